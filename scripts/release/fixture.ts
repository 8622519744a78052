import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import Database from 'libsql';
import type { JiraSeed } from '../../devsite/jira/jira';
import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { admin } from '../../test/builders/an-incident-seed';
import { unpack } from './archive';
import { type Told, tellOfEverything, upgradeSeed } from './upgrade-story';

const root = join(__dirname, '..', '..');

/** Where the sites lie that releases left behind, a folder a version. */
export const fixtures = join(root, 'test', 'fixtures', 'releases');

const siteName = 'site.sqlite.br';
const toldName = 'told.json';

interface Kept {
  readonly file: string;
  readonly bytes: number;
  readonly incidents: number;
}

/** Lets a release live through a story, and keeps the site that it leaves. */
export async function keepFixture(version: string): Promise<Kept> {
  const scratch = mkdtempSync(join(tmpdir(), 'fettle-release-'));
  try {
    unpack(version, scratch);
    const database = join(scratch, 'site.sqlite');
    const site = await openFixture(scratch, database);
    const told = await tellOfEverything(site);
    await site.close();
    return keep(version, database, told);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A site in a file, new or as a release left it, with the app of a folder on it. */
export const openFixture = (appDirectory: string, file: string): Promise<Site> =>
  openSite({
    appDirectory,
    file,
    runner: 'in-process',
    start: Date.parse('2026-11-16T08:00:00Z'),
    seed: upgradeSeed satisfies JiraSeed,
    pace: 'frozen',
    delivery: { latency: [0, 0] },
    adminAccountId: admin,
  });

/** Writes the site that a release left to a file, and answers what happened on it. */
export function restore(version: string, file: string): Told {
  writeFileSync(file, brotliDecompressSync(readFileSync(join(fixtures, version, siteName))));
  return JSON.parse(readFileSync(join(fixtures, version, toldName), 'utf8')) as Told;
}

function keep(version: string, database: string, told: Told): Kept {
  const whole = `${database}.whole`;
  const left = new Database(database);
  left.exec(`VACUUM INTO '${whole}'`);
  left.close();
  const packed = brotliCompressSync(readFileSync(whole), { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
  const folder = join(fixtures, version);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, siteName), packed);
  writeFileSync(join(folder, toldName), `${JSON.stringify(told, null, 2)}\n`);
  return {
    file: relative(root, join(folder, siteName)),
    bytes: packed.length,
    incidents: Object.keys(told.incidents).length,
  };
}
