import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Folder of the tiny app, its bundles built. */
export function tinyApp(): string {
  const folder = join(root, 'test', 'tiny-app');
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  execFileSync(process.execPath, [tsx, join(root, 'scripts', 'build.ts'), folder], { cwd: root, stdio: 'pipe' });
  return folder;
}
