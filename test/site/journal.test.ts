import { openDatabase } from '../../devsite/database';
import { journaled, openJournal } from '../../devsite/platform/journal';
import { aPlatform, monday } from '../builders/a-platform';

const entry = {
  at: monday,
  functionKey: 'heard',
  cause: 'avi:jira:updated:issue',
  ok: true,
  timedOut: false,
  milliseconds: 1.5,
  logs: [{ level: 'info', text: 'hello' }],
} as const;

describe('the journal', () => {
  it('shows the latest invocations first, with what they logged', () => {
    const journal = openJournal({ database: openDatabase() });
    journal.record(entry);
    journal.record({ ...entry, ok: false, error: 'Error: boom' });
    journal.record({ ...entry, at: monday + 1 });
    expect(journal.recent(2)).toEqual([
      { ...entry, id: 3, at: monday + 1 },
      { ...entry, id: 2, ok: false, error: 'Error: boom' },
    ]);
  });

  it('keeps no more than the last two thousand or so', () => {
    const journal = openJournal({ database: openDatabase() });
    for (let number = 1; number <= 2_350; number += 1) journal.record(entry);
    expect(journal.recent(5_000).length).toBeLessThanOrEqual(2_100);
    expect(journal.recent(1)[0]!.id).toBe(2_350);
  });

  it('keeps nothing when it is switched off', () => {
    const { invoke, clock, database } = aPlatform();
    const journal = openJournal({ database, on: false });
    journal.record(entry);
    expect(journal.recent(10)).toEqual([]);
    expect(journaled(invoke, { journal, clock })).toBe(invoke);
  });

  it('enters every call of a function that is made through it', async () => {
    const functions = {
      heard: () => {
        throw new TypeError('no such field');
      },
    };
    const platform = aPlatform({ functions });
    const journal = openJournal(platform);
    await journaled(platform.invoke, { ...platform, journal })('on-issue', 'trigger', 'heard', {}, { cause: 'story' });
    expect(journal.recent(10)).toMatchObject([
      { at: monday, functionKey: 'heard', cause: 'story', ok: false, error: 'TypeError: no such field' },
    ]);
  });
});
