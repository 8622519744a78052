import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, readManifest } from '../../devsite/manifest';

/** What a manifest is judged by: itself, the backend's sources and what its resources have built. */
export interface AppReading {
  readonly manifest: Manifest;
  /** Text of each file of `src/`, by its path in it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Text of the `index.html` of each resource, by its key; absent where there is none. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Something that would be refused, or fail, after an upload that Atlassian's linters let pass. */
export interface Fault {
  /** Where in the manifest or in `src/`. */
  readonly place: string;
  readonly reason: string;
}

export function readApp(directory: string): AppReading {
  const manifest = readManifest(join(directory, 'manifest.yml'));
  const source = join(directory, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]sx?$/.test(file));
  const pages = (manifest.resources ?? [])
    .map(({ key, path }) => [key, join(directory, path, 'index.html')] as const)
    .filter(([, file]) => existsSync(file));
  return {
    manifest,
    sources: new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')])),
    pages: new Map(pages.map(([key, file]) => [key, readFileSync(file, 'utf8')])),
  };
}

/** Modules of every type, each with the place where the manifest has it. */
export const placedModules = ({ modules }: Manifest) =>
  Object.entries(modules).flatMap(([type, list]) =>
    list.map((module) => ({ type, module, place: `modules.${type}.${module.key}` })),
  );
