import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from '../../devsite/manifest';
import type { ResourceFiles } from '../../devsite/manifest-limits';
import { shapeFaults } from './shape-faults';

/** What a manifest is judged by: itself, the backend's sources and what its resources have built. */
export interface AppReading {
  readonly manifest: Manifest;
  /** As it is written. */
  readonly text: string;
  /** Text of each file of `src/`, by its path in it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Text of the `index.html` of each resource, by its key; absent where there is none. */
  readonly pages: ReadonlyMap<string, string>;
  /** How much each resource has built, by its key. */
  readonly built: ReadonlyMap<string, ResourceFiles>;
}

export function readApp(directory: string): AppReading {
  const file = join(directory, 'manifest.yml');
  const manifest = readManifest(file);
  const source = join(directory, 'src');
  const files = filesIn(source).filter((file) => /\.(?:[jt]sx?|cjs)$/.test(file));
  const resources = shapeFaults(manifest).length > 0 ? [] : (manifest.resources ?? []);
  const pages = resources
    .map(({ key, path }) => [key, join(directory, path, 'index.html')] as const)
    .filter(([, file]) => existsSync(file));
  return {
    manifest,
    text: readFileSync(file, 'utf8'),
    sources: new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')])),
    pages: new Map(pages.map(([key, page]) => [key, readFileSync(page, 'utf8')])),
    built: new Map(resources.map(({ key, path }) => [key, builtIn(join(directory, path))])),
  };
}

const filesIn = (directory: string): readonly string[] =>
  statSync(directory, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
    : [];

function builtIn(directory: string): ResourceFiles {
  const sizes = filesIn(directory)
    .map((file) => statSync(join(directory, file)))
    .filter((found) => found.isFile());
  return { count: sizes.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}

/** Modules of every type, each with the place where the manifest has it. */
export const placedModules = ({ modules }: Manifest) =>
  Object.entries(modules).flatMap(([type, list]) =>
    list.map((module) => ({ type, module, place: `modules.${type}.${module.key}` })),
  );
