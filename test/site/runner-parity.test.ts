import { openSite } from '../../devsite/open-site';
import type { Runner } from '../../devsite/runners/runner';
import { generatedLog } from '../../scripts/replay/generated-log';
import { live } from '../../scripts/replay/live';
import { livesOf } from '../../scripts/replay/lives';
import { openLogSite } from '../../scripts/replay/open-log-site';
import { storyStart } from '../../scripts/story/service-time';
import { adminAccountId, storySite } from '../../scripts/story/story-site';
import { tellStory } from '../../scripts/story/tell';
import { stateHash, stateHashes } from '../builders/state-hash';
import { theApp } from '../builders/the-app';

jest.setTimeout(240_000);

const appDirectory = theApp();
const hour = 3_600_000;

/** Has the same happen under both runners, and compares where it ends. */
async function expectSameEnd(happens: (runner: Runner['kind']) => Promise<ReturnType<typeof told>>): Promise<void> {
  const [inProcess, isolated] = await Promise.all([happens('in-process'), happens('isolated')]);
  expect(inProcess.tables.kvs_entry).not.toMatch(/^0 /);
  expect(isolated.tables).toEqual(inProcess.tables);
  expect(isolated.hash).toBe(inProcess.hash);
}

const told = (site: Parameters<typeof stateHash>[0]) => ({ hash: stateHash(site), tables: stateHashes(site) });

async function story(runner: Runner['kind']) {
  const site = await openSite({
    appDirectory,
    runner,
    start: storyStart,
    seed: storySite,
    pace: 'frozen',
    adminAccountId,
  });
  await tellStory(site);
  const state = told(site);
  await site.close();
  return state;
}

async function replayed(runner: Runner['kind']) {
  const { lives } = livesOf(generatedLog(200, 1));
  const site = await openLogSite(lives, { appDirectory, runner, seed: 1 });
  await live(site, lives, () => undefined);
  await site.advance(2.5 * hour);
  const state = told(site);
  await site.close();
  return state;
}

test('the story ends in the same state under both runners', () => expectSameEnd(story));

test('two hundred replayed incidents end in the same state under both runners', () => expectSameEnd(replayed));
