import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openClock, type RealTime } from '../../devsite/clock';
import { openDatabase } from '../../devsite/database';
import { turn } from '../../devsite/see-through';
import { SqliteAgenda } from '../../devsite/sqlite-agenda';

const start = Date.UTC(2026, 0, 5, 9);

function anAgenda({ pace = 'frozen' as 'real' | 'frozen', database = openDatabase(), real }: Partial<Parts> = {}) {
  const clock = openClock({ start, pace, ...(real && { real }) });
  const agenda = new SqliteAgenda({ database, clock, idle: turn });
  const done: [payload: unknown, at: number][] = [];
  agenda.on('note', (payload) => void done.push([payload, clock.now() - start]));
  return { clock, agenda, done };
}

interface Parts {
  readonly pace: 'real' | 'frozen';
  readonly database: ReturnType<typeof openDatabase>;
  readonly real: RealTime;
}

test('what is due is carried out in order of time and entry, and what is not stays', async () => {
  const { agenda, done } = anAgenda();
  agenda.add('note', start + 1, 'later');
  agenda.add('note', start, 'first');
  agenda.add('note', start, 'second');
  agenda.add('note', start - 1, 'before');
  await agenda.settle();
  expect(done.map(([payload]) => payload)).toEqual(['before', 'first', 'second']);
  expect(agenda.count()).toBe(1);
  expect(agenda.nextDue()).toBe(start + 1);
});

test('a job that enters another due now is followed by it', async () => {
  const { agenda, clock, done } = anAgenda();
  agenda.on<number>('chain', (left) => {
    if (left > 0) agenda.add('chain', clock.now(), left - 1);
    else agenda.add('note', clock.now(), 'end of the chain');
  });
  agenda.add('chain', start, 3);
  await agenda.settle();
  expect(done).toEqual([['end of the chain', 0]]);
});

test('a removed job is not carried out', async () => {
  const { agenda, done } = anAgenda();
  agenda.remove(agenda.add('note', start, 'gone'));
  await agenda.settle();
  expect(done).toEqual([]);
});

test('a clock that is moved stops at each job', async () => {
  const { agenda, clock, done } = anAgenda();
  agenda.on<number>('every', (times) => {
    agenda.add('note', clock.now(), times);
    if (times > 1) agenda.add('every', clock.now() + 1_000, times - 1);
  });
  agenda.add('every', start + 1_000, 3);
  await agenda.advanceTo(start + 10_000);
  expect(done).toEqual([
    [3, 1_000],
    [2, 2_000],
    [1, 3_000],
  ]);
  expect(clock.now()).toBe(start + 10_000);
});

test('jobs are carried out one at a time, whoever asks', async () => {
  const { agenda } = anAgenda();
  let underWay = 0;
  let most = 0;
  agenda.on('slow', async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await turn();
    underWay -= 1;
  });
  for (let count = 0; count < 4; count += 1) agenda.add('slow', start + count, {});
  await Promise.all([agenda.settle(), agenda.advanceTo(start + 10), agenda.settle()]);
  expect(most).toBe(1);
  expect(agenda.count()).toBe(0);
});

test('a job that waits for a timer of the frozen clock gets it', async () => {
  const { agenda, clock, done } = anAgenda();
  agenda.on('sleeper', async () => {
    await new Promise<void>((wake) => clock.setTimeout(wake, 5_000));
    agenda.add('note', clock.now(), 'awake');
  });
  agenda.add('sleeper', start, {});
  await agenda.settle();
  expect(done).toEqual([['awake', 5_000]]);
});

test('a job under way when the clock is frozen still comes to its end', async () => {
  const { agenda, clock, done } = anAgenda({ pace: 'real' });
  agenda.on('sleeper', async () => {
    await new Promise<void>((wake) => clock.setTimeout(wake, 3_600_000));
    agenda.add('note', clock.now(), 'awake');
  });
  agenda.add('sleeper', start, {});
  const settled = agenda.settle();
  await turn();
  clock.freeze();
  await settled;
  expect(done.map(([payload]) => payload)).toEqual(['awake']);
});

test('a job that fails is told and stays', async () => {
  const { agenda } = anAgenda();
  agenda.on('broken', () => {
    throw new Error('no way');
  });
  agenda.add('broken', start, {});
  await expect(agenda.settle()).rejects.toThrow('no way');
  expect(agenda.count('broken')).toBe(1);
});

test('a job of a kind that nobody carries out is an error', async () => {
  const { agenda } = anAgenda();
  agenda.add('unheard of', start, {});
  await expect(agenda.settle()).rejects.toThrow('unheard of');
});

describe('over a stop', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'agenda-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('jobs are kept, and one that was cut short is carried out again', async () => {
    const file = join(folder, 'site.sqlite');
    const before = openDatabase(file);
    const cut = anAgenda({ database: before });
    cut.agenda.on('cut', () => new Promise<void>(() => undefined));
    cut.agenda.add('cut', start, 'again');
    cut.agenda.add('note', start, 'not yet begun');
    cut.agenda.settle().catch(() => undefined);
    await turn();
    cut.clock.close();
    before.close();

    const after = anAgenda({ database: openDatabase(file) });
    after.agenda.on('cut', (payload) => void after.done.push([payload, 0]));
    await after.agenda.settle();
    expect(after.done.map(([payload]) => payload)).toEqual(['again', 'not yet begun']);
  });
});

describe('at real pace', () => {
  /** Real time of which each timer rings at once, at its time. */
  function hurriedTime(): RealTime {
    let now = 0;
    return {
      now: () => now,
      setTimeout: (callback, delay) =>
        setImmediate(() => {
          now += delay;
          callback();
        }),
      clearTimeout: (timer) => clearImmediate(timer as NodeJS.Immediate),
    };
  }

  test('jobs fall due by themselves once the agenda is started', async () => {
    const { agenda, done } = anAgenda({ pace: 'real', real: hurriedTime() });
    const last = new Promise<void>((resolve) => agenda.on('last', () => resolve()));
    agenda.add('note', start + 500, 'early');
    agenda.start();
    agenda.add('last', start + 2_000, {});
    agenda.add('note', start + 1_000, 'entered later');
    await last;
    await agenda.close();
    expect(done).toEqual([
      ['early', 500],
      ['entered later', 1_000],
    ]);
  });

  test('nothing happens by itself before the start, or while the clock is frozen', async () => {
    const { agenda, clock, done } = anAgenda({ pace: 'real', real: hurriedTime() });
    agenda.add('note', start, 'too early');
    await turn();
    clock.freeze();
    agenda.start();
    await turn();
    await turn();
    expect(done).toEqual([]);
  });

  test('a job that fails by itself is told of', async () => {
    const database = openDatabase();
    const clock = openClock({ start, pace: 'real', real: hurriedTime() });
    const failed = await new Promise((failed) => {
      const agenda = new SqliteAgenda({ database, clock, idle: turn, failed });
      agenda.on('broken', async () => {
        throw new Error('no way');
      });
      agenda.start();
      agenda.add('broken', start, {});
    });
    clock.close();
    expect(failed).toEqual(new Error('no way'));
  });
});
