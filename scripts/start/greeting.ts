import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cast } from '../story/cast';

const root = join(__dirname, '..', '..');

interface Package {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const packageIn = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** `Fettle 1.2.3 · Node 20.19.0 · @forge/api 8.3.0 · …` */
export function versions(): string {
  const { version, dependencies = {} } = packageIn(root);
  const forge = Object.keys(dependencies).filter((name) => name.startsWith('@forge/'));
  const installed = forge.map((name) => `${name} ${packageIn(join(root, 'node_modules', name)).version}`);
  return [`Fettle ${version}`, `Node ${process.versions.node}`, ...installed].join(' · ');
}

/** Who may sign in, as the site's pages want to know it. */
export const people = cast.map(({ accountId, displayName, role }) => ({ accountId, displayName, roles: [role] }));

const width = Math.max(...people.map(({ displayName }) => displayName.length));

/** A line per person who can sign in. */
export const peopleLines = (): readonly string[] =>
  people.map(({ displayName, roles }) => `  ${displayName.padEnd(width)}  ${roles.join(', ')}`);

/** `Mon 16 Nov 2026 10:00 UTC` */
export const siteTime = (at: number): string => {
  const [day, date, month, year, time] = new Date(at).toUTCString().split(/,? /);
  return `${day} ${date} ${month} ${year} ${time?.slice(0, 5)} UTC`;
};
