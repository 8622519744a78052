import { followIncident } from '@fettle/journeys/follow-incident';
import { hiddenSince, sighted, watchProjects } from '@fettle/journeys/watch-projects';
import { clockEntity, clockKey } from '@fettle/sla/clock-entity';
import { aSmallWorld, at } from '../../builders/a-small-world';

/** A world in which issue 1 of the project `ops` stands for it; `look` is what Jira shows. */
async function aWatch(look: (small: ReturnType<typeof aSmallWorld>) => Promise<readonly string[]>) {
  const small: ReturnType<typeof aSmallWorld> = aSmallWorld({ visible: async () => look(small) });
  await followIncident({ issueId: '1', issueTypeId: '10', updated: at(0) }, small.world);
  await sighted([{ id: '1', projectId: 'ops' }], small.world);
  return small;
}

describe('a watch over projects', () => {
  test('keeps what was sighted while Jira was asked', async () => {
    const { world, settings } = await aWatch(async (small) => {
      await sighted(
        [
          { id: '2', projectId: 'ops' },
          { id: '9', projectId: 'web' },
        ],
        small.world,
      );
      return [];
    });
    await watchProjects(world);
    expect(settings.projects).toMatchObject({ ops: { issues: ['1', '2'] }, web: { issues: ['9'] } });
    expect(await hiddenSince('ops', world.records)).toBeDefined();
    expect(await hiddenSince('web', world.records)).toBeUndefined();
  });

  test('forgets that a project was closed once one of its issues is shown', async () => {
    let shown: readonly string[] = [];
    const { world, pushes } = await aWatch(async () => shown);
    await watchProjects(world);
    expect(await hiddenSince('ops', world.records)).toBeDefined();
    shown = ['1'];
    await watchProjects(world);
    expect(await hiddenSince('ops', world.records)).toBeUndefined();
    expect(pushes).toEqual([0]);
  });

  test('keeps a project whose issues that stood for it were deleted, as it was', async () => {
    const { world, rows, settings } = await aWatch(async () => []);
    rows.delete(`${clockEntity.name}/${clockKey('1')}`);
    await watchProjects(world);
    expect(settings.projects).toEqual({ ops: { issues: [] } });
    await sighted([{ id: '2', projectId: 'ops' }], world);
    expect(settings.projects).toEqual({ ops: { issues: ['2'] } });
  });

  test('keeps a closed project closed whose issues were deleted meanwhile', async () => {
    const { world, rows } = await aWatch(async () => []);
    await watchProjects(world);
    rows.delete(`${clockEntity.name}/${clockKey('1')}`);
    await watchProjects(world);
    expect(await hiddenSince('ops', world.records)).toBeDefined();
  });

  test('asks nothing of a project of which Jira has just shown issues, and opens it', async () => {
    let asked = 0;
    const { world } = await aWatch(async () => {
      asked += 1;
      return [];
    });
    await watchProjects(world);
    expect([asked, await hiddenSince('ops', world.records)]).toEqual([1, expect.any(String)]);
    await watchProjects(world, new Set(['ops']));
    expect([asked, await hiddenSince('ops', world.records)]).toEqual([1, undefined]);
  });
});
