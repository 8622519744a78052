import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { inputsDigest } from '../inputs-digest';

/** Where a site is kept between two starts. */
export interface SiteFolder {
  readonly file: string;
  /** Whether a site is kept there whose story was told to its end; one that was cut short is not kept. */
  isTold(): boolean;
  /** To be called when it was. */
  told(): void;
  /** Throws when the site is another app's; answers whether it has lived through the story as it is today. */
  isOfToday(): boolean;
  /** Lets others have the folder. */
  leave(): void;
}

/** Where a site is laid aside within its folder; it can be started there by the version that it was made by. */
const earlier = 'earlier';

/** What to do about a site that cannot be opened. */
export const anew = `\`npm start -- --fresh\` lays it aside, in ${earlier} beside it, and begins with a new one.`;

interface Told {
  readonly app: string;
  readonly story: string;
}

/** Takes the folder for this process alone. `fresh`: what is kept there is laid aside. */
export function openSiteFolder(folder: string, app: string, fresh: boolean): SiteFolder {
  mkdirSync(folder, { recursive: true });
  const leave = lock(folder);
  const file = join(folder, 'site.sqlite');
  const note = join(folder, 'told.json');
  const isTold = () => existsSync(note) && existsSync(file);
  const parts = ['told.json', 'site.sqlite', 'site.sqlite-wal', 'site.sqlite-shm', 'site.sqlite.frozen'];
  if (fresh && isTold()) layAside(folder, parts);
  if (!isTold()) remove(folder, parts);
  const today: Told = { app, story: inputsDigest([join(__dirname, '..', 'story')]) };
  return {
    file,
    isTold,
    told: () => writeFileSync(note, `${JSON.stringify(today)}\n`),
    isOfToday() {
      const told = JSON.parse(readFileSync(note, 'utf8')) as Told;
      if (told.app !== app) throw new Error(`The site in ${folder} is another app's. ${anew}`);
      return told.story === today.story;
    },
    leave,
  };
}

function remove(folder: string, files: readonly string[]): void {
  for (const file of files) rmSync(join(folder, file), { force: true });
}

/** Only the last one is kept. */
function layAside(folder: string, files: readonly string[]): void {
  const aside = join(folder, earlier);
  mkdirSync(aside, { recursive: true });
  remove(aside, files);
  for (const file of files) if (existsSync(join(folder, file))) renameSync(join(folder, file), join(aside, file));
}

/** The system lets go of the lock however the process ends. */
function lock(folder: string): () => void {
  const database = new Database(join(folder, 'lock.sqlite'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new Error(`The site in ${folder} is running already; --site <folder> opens another beside it.`);
  }
  return () => void database.close();
}
