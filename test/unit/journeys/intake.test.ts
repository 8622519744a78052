import { readIntake, resumeIntake, startIntake } from '@fettle/journeys/intake';
import { takeInIncidents } from '@fettle/journeys/take-in-incidents';
import type { Instant } from '@fettle/kernel/time';
import type { IssueTracker } from '@fettle/sla/ports';
import { aReading, aSmallWorld } from '../../builders/a-small-world';

const hour = 3_600_000;

/** Three open incidents, of which Jira takes nothing of the first `bad`. */
function anIntake(bad: number, why: (id: string) => Error, count = 3) {
  const ids = Array.from({ length: count }, (_, i) => String(i + 1));
  const isBad = (id: string) => Number(id) <= bad;
  const tracker: Partial<IssueTracker> = {
    countOpen: async () => count,
    openIssues: async ({ withoutSlots }) => {
      const found = withoutSlots ? ids.filter(isBad) : ids;
      return { issues: found.map((id) => aReading(id)), next: undefined };
    },
    publishSlots: async (id) => {
      if (isBad(id)) throw why(id);
      return true;
    },
  };
  return aSmallWorld(tracker);
}

describe('an intake', () => {
  test.each<[string, number, number, (id: string) => Error]>([
    ['each in its own way', 2, 3, (id) => new Error(`refused ${id}`)],
    ['alike', 6, 8, () => new Error('too large')],
  ])('with incidents that cannot be taken in, %s, ends', async (_how, bad, count, why) => {
    const { world, time } = anIntake(bad, why, count);
    await startIntake(world);
    for (let i = 0; i < 6; i += 1) {
      await takeInIncidents(`call ${i}`, world);
      time.now = (time.now + hour) as Instant;
    }
    const intake = await readIntake(world.records);
    expect(intake).toMatchObject({ state: 'done', taken: count - bad });
    expect(Object.keys(intake?.failed ?? {})).toHaveLength(bad);
  });
});

describe('the chain of calls of an intake', () => {
  /** An intake that has used up its points and waits for an hour. */
  async function aPause() {
    const small = anIntake(0, () => new Error());
    await startIntake(small.world);
    const spent = { from: new Date(small.time.now).toISOString(), spent: 20_000 };
    small.settings.intake = { ...(small.settings.intake as object), hour: spent };
    await takeInIncidents('first', small.world);
    small.pushes.length = 0;
    return small;
  }
  const later = (small: Awaited<ReturnType<typeof aPause>>, seconds: number) => {
    small.time.now = (small.time.now + seconds * 1_000) as Instant;
  };

  test('is not begun a second time while it waits', async () => {
    const small = await aPause();
    later(small, 60);
    await resumeIntake(small.world);
    await startIntake(small.world);
    expect(small.pushes).toEqual([]);
  });

  test('goes on through the pause by one call a quarter of an hour', async () => {
    const small = await aPause();
    later(small, 900);
    await takeInIncidents('second', small.world);
    expect(small.pushes).toEqual([900]);
  });

  test('ends where another is there already', async () => {
    const small = await aPause();
    later(small, 300);
    await takeInIncidents('one too many', small.world);
    expect(small.pushes).toEqual([]);
  });

  test('is begun again once its call is overdue', async () => {
    const small = await aPause();
    later(small, 900 + 600);
    await resumeIntake(small.world);
    await resumeIntake(small.world);
    expect(small.pushes).toEqual([0]);
  });

  test('is begun by an intake that looks further back', async () => {
    const small = await aPause();
    await startIntake(small.world, { since: (small.time.now - hour) as Instant });
    expect(small.pushes).toEqual([0]);
  });

  test('stays one while a page fails, however many calls come', async () => {
    const { world, pushes, time } = aSmallWorld({
      countOpen: async () => 1,
      openIssues: async () => {
        throw new Error('no page');
      },
    });
    await startIntake(world);
    pushes.length = 0;
    await expect(takeInIncidents('fails', world)).rejects.toThrow('no page');
    time.now = (time.now + 60_000) as Instant;
    for (const call of ['its retry', 'a second', 'a third']) await takeInIncidents(call, world);
    expect(pushes).toEqual([240]);
  });
});
