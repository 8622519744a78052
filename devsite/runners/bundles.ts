import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, modulesOf } from '../manifest';

/** Node's modules that reach real time, the network or another thread: a function that has them escapes the site. */
const outOfBounds = new Set([
  'child_process',
  'cluster',
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'inspector/promises',
  'module',
  'net',
  'perf_hooks',
  'process',
  'repl',
  'timers',
  'timers/promises',
  'tls',
  'vm',
  'wasi',
  'worker_threads',
]);

export const isOutOfBounds = (moduleName: string): boolean => outOfBounds.has(moduleName.replace(/^node:/, ''));

/** Names of the modules that a bundle imports and may not. */
export function refusedImports(code: string): string[] {
  const imports = code.matchAll(/\b(?:require|import)\s*\(\s*(["'`])([^"'`]+)\1\s*\)|\bfrom\s*(["'])([^"']+)\3/g);
  const names = [...imports].map(([, , called, , from]) => called ?? from ?? '');
  return [...new Set(names.filter(isOutOfBounds))].sort();
}

/** Throws when a bundle would escape the site. */
export function admit(name: string, code: string): string {
  const refused = refusedImports(code);
  if (refused.length > 0)
    throw new Error(`The bundle ${name} imports ${refused.join(', ')}: functions on the dev site live by its clock.`);
  return code;
}

/** The code of every bundle that the manifest's functions name, as a build left it. */
export function readBundles(appDirectory: string, manifest: Manifest): Record<string, string> {
  const names = new Set(modulesOf(manifest, 'function').map(({ handler }) => bundleOf(String(handler)).bundle));
  const read = (name: string) => admitted(name, join(appDirectory, 'dist', 'backend', `${name}.cjs`));
  return Object.fromEntries([...names].map((name) => [name, read(name)]));
}

const known = new Map<string, { readonly stamp: string; readonly code: string }>();

/** A file that has not changed is one text for all sites of the process, so that it is judged and compiled once. */
function admitted(name: string, file: string): string {
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size}`;
  const last = known.get(file);
  if (last?.stamp === stamp) return last.code;
  const code = admit(name, readFileSync(file, 'utf8'));
  known.set(file, { stamp, code });
  return code;
}

/** `events.onCreated` is the export `onCreated` of the bundle `events`. */
export function bundleOf(handler: string): { readonly bundle: string; readonly name: string } {
  const dot = handler.lastIndexOf('.');
  return { bundle: handler.slice(0, dot), name: handler.slice(dot + 1) };
}
