import { tryUnmended } from '@fettle/journeys/try-unmended';
import { noteUnmended, readUnmended } from '@fettle/journeys/unmended';
import { aConfiguration, aSmallWorld } from '../../builders/a-small-world';

const refused = (status: number) => Object.assign(new Error(`Jira answered ${status}`), { status });

/** A world in which nothing can be read of two issues that were noted before. */
async function twoNoted(why: Error) {
  const read: string[] = [];
  const small = aSmallWorld({
    issueWithHistory: async (id) => {
      read.push(id);
      throw why;
    },
  });
  await noteUnmended(
    new Map([
      ['1', new Error('too large')],
      ['2', new Error('too large')],
    ]),
    small.world,
  );
  return { ...small, read };
}
const retried = ({ world }: Awaited<ReturnType<typeof twoNoted>>, looked: readonly string[] = []) =>
  tryUnmended(new Set(looked), new Map(), aConfiguration(), world);

describe('an issue that could not be brought up to date', () => {
  test('is tried again, and each try is counted', async () => {
    const small = await twoNoted(refused(500));
    await retried(small);
    expect(small.read).toEqual(['1', '2']);
    expect(await readUnmended(small.world.records)).toMatchObject({ 1: { tries: 2 }, 2: { tries: 2 } });
  });

  test('is not counted as tried while Jira takes no calls', async () => {
    const small = await twoNoted(refused(429));
    await expect(retried(small)).rejects.toThrow('429');
    expect(small.read).toEqual(['1']);
    expect(await readUnmended(small.world.records)).toMatchObject({ 1: { tries: 1 }, 2: { tries: 1 } });
  });

  test('is forgotten once a look finds it well', async () => {
    const small = await twoNoted(refused(500));
    await retried(small, ['1', '2']);
    expect(await readUnmended(small.world.records)).toEqual({});
  });

  test('stays noted where it is noted while others are tried', async () => {
    const small = await twoNoted(refused(500));
    const failing = small.world.tracker.issueWithHistory;
    const tracker = {
      ...small.world.tracker,
      issueWithHistory: async (...ask: Parameters<typeof failing>) => {
        await noteUnmended(new Map([['3', new Error('late')]]), small.world);
        return failing(...ask);
      },
    };
    await tryUnmended(new Set(), new Map(), aConfiguration(), { ...small.world, tracker });
    expect(Object.keys(await readUnmended(small.world.records))).toEqual(['1', '2', '3']);
  });
});
