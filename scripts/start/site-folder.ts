import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { inputsDigest } from '../inputs-digest';

/** Where a site is kept between two starts. */
export interface SiteFolder {
  readonly file: string;
  /** Whether the site that is kept there began without a story, or is to begin so. */
  readonly isWithoutStory: boolean;
  /** Whether a site is kept there whose story was told to its end; one that was cut short is not kept. */
  isTold(): boolean;
  /** To be called when it was, or when a site without one has begun. */
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

const anewEmpty = anew.replace('--fresh', '--empty --fresh');

interface Told {
  readonly app: string;
  /** Its digest; empty where there is none. */
  readonly story: string;
}

/** How a site begins. `fresh`: what is kept is laid aside; `empty`: without a story. */
export interface Beginning {
  readonly fresh: boolean;
  readonly empty: boolean;
}

/** Takes the folder for this process alone. */
export function openSiteFolder(folder: string, app: string, { fresh, empty }: Beginning): SiteFolder {
  mkdirSync(folder, { recursive: true });
  const leave = lock(folder);
  const file = join(folder, 'site.sqlite');
  const note = join(folder, 'told.json');
  const isTold = () => existsSync(note) && existsSync(file);
  const parts = ['told.json', 'site.sqlite', 'site.sqlite-wal', 'site.sqlite-shm', 'site.sqlite.frozen'];
  if (fresh && isTold()) layAside(folder, parts);
  if (!isTold()) remove(folder, parts);
  const kept = isTold() ? (JSON.parse(readFileSync(note, 'utf8')) as Told) : undefined;
  if (empty && kept?.story) throw new Error(`The site in ${folder} has a story. ${anewEmpty}`);
  const isWithoutStory = kept ? kept.story === '' : empty;
  const today: Told = { app, story: isWithoutStory ? '' : inputsDigest([join(__dirname, '..', 'story')]) };
  return {
    file,
    isWithoutStory,
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
