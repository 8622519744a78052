import { openDatabase } from '../../devsite/database';
import { openCallLog } from '../../devsite/platform/call-log';
import { journaled, openJournal } from '../../devsite/platform/journal';
import type { Invocation, Runner } from '../../devsite/runners/runner';
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
      { ...entry, id: 3, at: monday + 1, calls: [] },
      { ...entry, id: 2, ok: false, error: 'Error: boom', calls: [] },
    ]);
  });

  it('keeps no more than the last two thousand or so', () => {
    const journal = openJournal({ database: openDatabase() });
    for (let number = 1; number <= 2_350; number += 1) journal.record(entry);
    expect(journal.recent(5_000).length).toBeLessThanOrEqual(2_100);
    expect(journal.recent(1)[0]!.id).toBe(2_350);
  });

  it('keeps nothing when it is switched off', () => {
    const { clock, database } = aPlatform();
    const journal = openJournal({ database, on: false });
    journal.record(entry);
    expect(journal.recent(10)).toEqual([]);
    const runner = aRunner();
    expect(journaled(runner, { journal, calls: openCallLog({ on: false }), clock })).toBe(runner);
  });

  it('enters every invocation with what it called and what that cost', async () => {
    const { clock, database } = aPlatform();
    const journal = openJournal({ database });
    const calls = openCallLog({ on: true });
    const runner = aRunner((invocation) => {
      const ask = { method: 'GET', path: '/rest/api/3/issue/OPS-1?fields=summary', headers: {} };
      calls.during(invocation, ask, () => {
        calls.charged({ functionKey: 'heard', cause: 'story', call: 'GET /rest/api/3/issue/{id}', points: 2 });
        return { status: 200 };
      });
      calls.charged({ functionKey: 'other', cause: 'story', call: 'run', points: 9 });
    });
    await journaled(runner, { journal, calls, clock }).invoke(anInvocation);
    const cost = { points: 2, kvsReadUnits: 0, kvsWriteUnits: 0, events: 0 };
    expect(journal.recent(10)).toMatchObject([
      {
        at: monday,
        functionKey: 'heard',
        cause: 'story',
        ok: false,
        error: 'TypeError: no such field',
        calls: [{ call: 'GET /rest/api/3/issue/{id}', status: 200, ...cost }],
      },
    ]);
    expect(journal.since(1, 10)).toEqual([]);
  });
});

const anInvocation: Invocation = {
  id: 'one',
  functionKey: 'heard',
  moduleKey: 'on-issue',
  moduleType: 'trigger',
  payload: {},
  context: {},
  timeoutSeconds: 25,
  cause: 'story',
};

/** Runs every function alike, which fails at its end. */
function aRunner(work: (invocation: Invocation) => void = () => undefined): Runner {
  return {
    kind: 'in-process',
    async invoke(invocation) {
      work(invocation);
      const error = { name: 'TypeError', message: 'no such field' };
      return { result: { ok: false, error }, timedOut: false, milliseconds: 1, logs: [] };
    },
    idle: async () => undefined,
    close: async () => undefined,
  };
}
