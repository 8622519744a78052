import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { outdatedTables } from '../devsite/earlier-site';
import { readManifest } from '../devsite/manifest';
import { openSite } from '../devsite/open-site';
import type { Site, SiteOptions } from '../devsite/site';
import { startWeb, type Web } from '../devsite/web/server';
import { build } from './start/builds';
import { emptySite } from './start/empty-site';
import { people, peopleLines, siteTime, versions } from './start/greeting';
import { anew, type Beginning, openSiteFolder, type SiteFolder } from './start/site-folder';
import { openStatus, type Status } from './start/status';
import { storyEnd, storyStart } from './story/service-time';
import { adminAccountId, storySite } from './story/story-site';
import { tellStory } from './story/tell';

const root = join(__dirname, '..');

const usage = `npm start -- [--empty] [--fresh] [--site <folder>] [--port <port>] [--latency <seconds>]
  --empty    begins with a Jira as it comes: people, and no project, so that the set-up starts from nothing
  --fresh    lays the site aside, in <folder>/earlier, and begins anew
  --site     the folder that keeps the site (.site, an empty one's .site/empty)
  --port     where its pages are (8090); when it is taken, the next free one
  --latency  the most seconds that an event takes to reach the app (2; Jira Cloud may take 180)`;

interface Options extends Beginning {
  readonly folder: string;
  readonly port: number;
  readonly latency: number;
}

/** Builds what has to be built, opens the site as it was left, or tells its story first, and serves its pages. */
async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  console.log(versions());
  const folder = openSiteFolder(options.folder, readManifest(join(root, 'manifest.yml')).app.id, options);
  if (folder.isTold() && !folder.isOfToday())
    console.log('The site has lived through an earlier story; `npm start -- --fresh` tells the one of today.');
  const wasTold = folder.isTold();
  const status = openStatus(process.stdout);
  await Promise.all([
    build('App bundles', 'build.ts', status).then(() => tell(folder, status)),
    build('Site pages', 'build-web.ts', status),
    build('App pages', 'build-app.ts', status),
  ]).finally(status.close);
  if (wasTold) await refuseEarlier(folder, options.folder);
  const site = await opened(folder, options);
  if (folder.isWithoutStory) folder.told();
  const { port } = options;
  const web = await startWeb({ site, appDirectory: root, people, port });
  greet(web, site, port);
  stopOnSignal(web, site, folder);
}

/** A site that an earlier version of the dev site made is left as it is: what has changed since cannot be told from it. */
async function refuseEarlier(kept: SiteFolder, folder: string): Promise<void> {
  const outdated = await outdatedTables(kept.file, { ...siteOptions(kept), runner: 'in-process', pace: 'frozen' });
  if (outdated.length === 0) return;
  throw new Error(
    `The site in ${folder} was made by an earlier version of the dev site (${outdated.join(', ')}), and was left as it is. ${anew}`,
  );
}

/** The site as it was left: running at real pace, unless it was frozen. */
function opened(kept: SiteFolder, { folder, latency }: Options): Promise<Site> {
  const { file } = kept;
  const pace = existsSync(frozenNote(file)) ? 'frozen' : 'real';
  const delivery = { latency: [0, latency * 1_000] } as const;
  return openSite({ ...siteOptions(kept), file, runner: 'isolated', pace, delivery }).catch((error: Error) => {
    throw new Error(`The site in ${folder} cannot be opened: ${error.message}. ${anew}`);
  });
}

/** The file that says that a site was frozen when it was stopped. */
const frozenNote = (file: string): string => `${file}.frozen`;

function keepPace({ file }: SiteFolder, { clock }: Site): void {
  if (clock.frozen) writeFileSync(frozenNote(file), '');
  else rmSync(frozenNote(file), { force: true });
}

function optionsOf(args: string[]): Options {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean', default: false } as const;
  const options = {
    empty: yes,
    fresh: yes,
    help: yes,
    site: text,
    port: { ...text, default: '8090' },
    latency: { ...text, default: '2' },
  };
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(usage);
    process.exit();
  }
  const home = values.empty ? join(root, '.site', 'empty') : join(root, '.site');
  return {
    empty: values.empty,
    fresh: values.fresh,
    folder: relative(process.cwd(), resolve(values.site ?? home)) || '.',
    port: wholeNumber('--port', values.port, 65_535),
    latency: wholeNumber('--latency', values.latency, 180),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new Error(`${name} takes a number from 0 to ${most}, not ${text}.`);
  return number;
}

/** A site without a story begins when the story of others ends. */
const siteOptions = ({ isWithoutStory }: SiteFolder): Omit<SiteOptions, 'runner' | 'pace'> => ({
  appDirectory: root,
  appName: 'Fettle',
  start: isWithoutStory ? storyEnd : storyStart,
  seed: isWithoutStory ? emptySite(storySite.users, 'staff') : storySite,
  adminAccountId,
});

async function tell(folder: SiteFolder, status: Status): Promise<void> {
  if (folder.isTold() || folder.isWithoutStory) return;
  const step = status.begin('Story');
  const site = await openSite({ ...siteOptions(folder), file: folder.file, runner: 'in-process', pace: 'frozen' });
  await tellStory(site, (done, all) => step.tell(`${Math.floor((100 * done) / all)} %, ${siteTime(site.clock.now())}`));
  await site.close();
  rmSync(frozenNote(folder.file), { force: true });
  folder.told();
  step.end(`told to ${siteTime(storyEnd)}`);
}

function greet({ url, moved }: Web, { clock }: Site, port: number): void {
  console.log(`\n${moved ? `Port ${port} is taken: the` : 'The'} site is at ${url}`);
  console.log(`Its clock shows ${siteTime(clock.now())}. Who can sign in:`);
  for (const line of peopleLines()) console.log(line);
  console.log('\nCtrl-C stops it; it is kept, and its clock stands until it is started again.');
}

/** A terminal's Ctrl-C may come twice, once by way of npm. */
function stopOnSignal(web: Web, site: Site, folder: SiteFolder): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const at = siteTime(site.clock.now());
    keepPace(folder, site);
    await web.close();
    await site.close();
    folder.leave();
    console.log(`\nStopped at ${at}.`);
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

main().catch((error: Error) => {
  console.error(`\nThe site does not start. ${process.env.DEBUG ? error.stack : error.message}`);
  process.exit(1);
});
