import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Folder of the app itself, its bundles built; `FETTLE_APP` names one whose bundles were built by somebody else. */
export function theApp(): string {
  if (process.env.FETTLE_APP) return process.env.FETTLE_APP;
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  execFileSync(process.execPath, [tsx, join(root, 'scripts', 'build.ts'), root], { cwd: root, stdio: 'pipe' });
  return root;
}
