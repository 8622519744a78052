import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Packed, tarOf } from './tar';

const root = join(__dirname, '..', '..');

/** Where what is kept of a release lies. */
export const releaseFolder = (version: string): string => join(root, 'releases', version);

export const archiveName = (version: string): string => `fettle-${version}.tar.gz`;

/** What is deployed: the manifest, the bundles without their maps, and the pages. */
const deployed: readonly { readonly folder: string; readonly holds: (path: string) => boolean }[] = [
  { folder: 'dist/backend', holds: (path) => path.endsWith('.cjs') },
  // The other two tell builds what they were made of.
  { folder: 'static/app/dist', holds: (path) => path !== 'built-from.txt' && !path.startsWith('.vite') },
];

/** Packs what was built under its version, with the checksum beside it; answers the archive's size in bytes. */
export function pack(version: string): number {
  const files = [packed('manifest.yml'), ...deployed.flatMap(({ folder, holds }) => filesIn(folder, holds))];
  const archive = gzipSync(tarOf(files), { level: 9 });
  // The byte that names the system it was packed on.
  archive[9] = 255;
  const name = archiveName(version);
  mkdirSync(releaseFolder(version), { recursive: true });
  writeFileSync(join(releaseFolder(version), name), archive);
  writeFileSync(join(releaseFolder(version), `${name}.sha256`), `${sha256(archive)}  ${name}\n`);
  return archive.length;
}

/** Unpacks a release into a folder, which an app's folder then is. */
export function unpack(version: string, folder: string): void {
  execFileSync('tar', ['-xzf', join(releaseFolder(version), archiveName(version)), '-C', folder]);
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const packed = (path: string): Packed => ({ path, content: readFileSync(join(root, path)) });

function filesIn(folder: string, holds: (path: string) => boolean): readonly Packed[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder).length + 1))
    .filter((path) => holds(path))
    .map((path) => packed(`${folder}/${path.split(sep).join('/')}`));
}
