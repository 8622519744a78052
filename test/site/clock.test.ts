import { openClock, sharedNow } from '../../devsite/clock';

const start = Date.UTC(2026, 0, 5, 9);

/** Real time that a test moves, with the timers that wait on it. */
function aRealTime() {
  let now = 1_000;
  let waiting: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    setTimeout(callback: () => void, delay: number) {
      const timer = { at: now + delay, callback };
      waiting.push(timer);
      return timer;
    },
    clearTimeout(timer: unknown) {
      waiting = waiting.filter((other) => other !== timer);
    },
    pass(milliseconds: number) {
      now += milliseconds;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
    waiting: () => waiting.length,
  };
}

describe('a frozen clock', () => {
  const real = aRealTime();
  const clock = openClock({ start, pace: 'frozen', real });

  test('stands while real time passes', () => {
    real.pass(5_000);
    expect(clock.now()).toBe(start);
    expect(clock.frozen).toBe(true);
  });

  test('moves forward alone', () => {
    clock.moveTo(start + 10);
    clock.moveTo(start + 5);
    expect(clock.now()).toBe(start + 10);
  });

  test('fires the timers on the way in order, each at its time', () => {
    const fired: [string, number][] = [];
    clock.setTimeout(() => fired.push(['late', clock.now()]), 20);
    clock.setTimeout(() => {
      fired.push(['early', clock.now()]);
      clock.setTimeout(() => fired.push(['entered on the way', clock.now()]), 5);
    }, 10);
    const cleared = clock.setTimeout(() => fired.push(['cleared', clock.now()]), 12);
    clock.clearTimeout(cleared);
    expect(clock.nextTimer()).toBe(start + 20);

    clock.moveTo(start + 100);
    expect(fired).toEqual([
      ['early', start + 20],
      ['entered on the way', start + 25],
      ['late', start + 30],
    ]);
    expect(clock.nextTimer()).toBeUndefined();
    expect(clock.now()).toBe(start + 100);
  });
});

describe('a clock at real pace', () => {
  test('keeps up with real time, and stands when it is frozen', () => {
    const real = aRealTime();
    const clock = openClock({ start, pace: 'real', real });
    real.pass(250);
    clock.freeze();
    real.pass(1_000);
    expect(clock.now()).toBe(start + 250);
    clock.run();
    real.pass(50);
    expect(clock.now()).toBe(start + 300);
  });

  test('is woken for its next timer, and sleeps when there is none', () => {
    const real = aRealTime();
    const clock = openClock({ start, pace: 'real', real });
    const fired: number[] = [];
    clock.setTimeout(() => fired.push(clock.now()), 100);
    clock.setTimeout(() => fired.push(clock.now()), 40);
    real.pass(40);
    expect(fired).toEqual([start + 40]);
    real.pass(60);
    expect(fired).toEqual([start + 40, start + 100]);
    expect(real.waiting()).toBe(0);
  });

  test('fires no timer while it is frozen', () => {
    const real = aRealTime();
    const clock = openClock({ start, pace: 'real', real });
    const fired: number[] = [];
    clock.setTimeout(() => fired.push(clock.now()), 100);
    clock.freeze();
    real.pass(500);
    expect(fired).toEqual([]);
    clock.run();
    real.pass(100);
    expect(fired).toEqual([start + 100]);
  });

  test('can be moved ahead of real time and runs on from there', () => {
    const real = aRealTime();
    const clock = openClock({ start, pace: 'real', real });
    clock.moveTo(start + 3_600_000);
    real.pass(7);
    expect(clock.now()).toBe(start + 3_600_007);
  });

  test('tells when its pace changes', () => {
    const clock = openClock({ start, pace: 'real', real: aRealTime() });
    const told: boolean[] = [];
    const deaf = clock.onPace(() => told.push(clock.frozen));
    clock.freeze();
    clock.freeze();
    clock.run();
    deaf();
    clock.freeze();
    expect(told).toEqual([true, false]);
  });
});

test('another thread reads the same time', () => {
  const clock = openClock({ start, pace: 'frozen' });
  clock.moveTo(start + 42);
  expect(sharedNow(clock.shared)).toBe(start + 42);
});
