import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openSite } from '../../devsite/open-site';
import type { Site, SiteOptions } from '../../devsite/site';
import { inputsDigest } from '../inputs-digest';
import { adminAccount, levels, projectKey } from '../replay/log-site';
import { benchSeed, fieldId, people, root, say, second } from './incident-site';

/** How many incidents are open on it. */
export const openIncidents = 10_000;

/** Monday, 09:00 in Berlin; the last incident is raised on Tuesday evening. */
const monday = Date.UTC(2026, 5, 8, 7);
const apart = 12 * second;
/** Wednesday, 10:00 in Berlin: something of each priority is breached, at risk and within its time. */
const wednesday = Date.UTC(2026, 5, 10, 8);

const kept = join(root, 'dist', 'bench-sites');

/** What the site on the disk was made of; a change of any makes a new one. */
const madeOf = ['src', 'devsite/jira', 'devsite/kvs', 'devsite/platform', 'scripts/bench/busy-site.ts', 'manifest.yml'];

const options = (file: string): SiteOptions => ({
  appDirectory: root,
  appName: 'Fettle',
  runner: 'in-process',
  file,
  start: monday,
  seed: benchSeed,
  pace: 'frozen',
  delivery: { latency: [0, 0] },
  adminAccountId: adminAccount,
  journal: false,
});

/**
 * A site with 10,000 open incidents, each raised through Jira and followed by the app through its events; made once and
 * then copied from the disk to `folder`. Functions run as on the site that `npm start` opens.
 */
export async function openBusySite(folder: string): Promise<Site> {
  const file = join(kept, `${inputsDigest(madeOf.map((path) => join(root, path))).slice(0, 16)}.sqlite`);
  if (!existsSync(file)) await make(file);
  const copy = join(folder, 'site.sqlite');
  copyFileSync(file, copy);
  return openSite({ ...options(copy), runner: 'isolated', journal: true });
}

async function make(file: string): Promise<void> {
  mkdirSync(kept, { recursive: true });
  for (const old of readdirSync(kept)) rmSync(join(kept, old));
  const unfinished = `${file}.unfinished`;
  const site = await openSite(options(unfinished));
  await site.settle();
  for (let place = 0; place < openIncidents; place++) {
    const id = raiseOne(site, place);
    // Two of three were answered.
    if (place % 3) say(site, id);
    await site.advance(apart);
  }
  await site.advance(wednesday - site.clock.now());
  await site.close();
  const whole = new Database(unfinished);
  whole.exec(`VACUUM INTO '${file}'`);
  whole.close();
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
}

/** Impact and urgency of the next hundred incidents: a few that are urgent, most that are not. */
const grades: readonly (readonly [impact: number, urgency: number])[] = [
  [1, 1],
  ...alike(4, [1, 2]),
  ...alike(35, [2, 2]),
  ...alike(40, [2, 3]),
  ...alike(20, [3, 3]),
];

function alike(count: number, grade: readonly [number, number]) {
  return Array.from({ length: count }, () => grade);
}

const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

function raiseOne(site: Site, place: number): string {
  // 37 and 100 have no common divisor, so that all grades come, and well mixed.
  const [impact, urgency] = grades[(place * 37) % grades.length] as (typeof grades)[number];
  const fields = {
    project: { key: projectKey },
    issuetype: { name: 'Incident' },
    summary: `Mailbox ${place + 1} does not open`,
    priority: { name: priorities[impact + urgency - 2] },
    assignee: { accountId: people.agent },
    [fieldId(site, 'Impact')]: { value: levels[impact - 1] },
    [fieldId(site, 'Urgency')]: { value: levels[urgency - 1] },
  };
  return site.jira.as(people.caller).post<{ id: string }>('/rest/api/3/issue', { fields }).id;
}
