import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridge, pages } from '../devsite/web/vite.config';

const root = join(__dirname, '..');
const web = join(root, 'devsite/web');
const stamp = join(web, 'dist/built-from.txt');

/** Builds the dev site's pages and its bridge script; does nothing when what they are made of has not changed. */
export async function buildWeb(): Promise<'built' | 'unchanged'> {
  const wanted = digest([
    join(web, 'pages'),
    join(web, 'bridge'),
    join(web, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 'unchanged';
  const { build } = await import('vite');
  await build(bridge);
  await build(pages);
  writeFileSync(stamp, wanted);
  return 'built';
}

function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn).sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

if (require.main === module) {
  void buildWeb().then((outcome) => console.log(`Dev site pages: ${outcome}.`));
}
