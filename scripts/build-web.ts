import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridge, pages } from '../devsite/web/vite.config';
import { inputsDigest, isSealed } from './inputs-digest';

const root = join(__dirname, '..');
const web = join(root, 'devsite/web');
const stamp = join(web, 'dist/built-from.txt');

/** Builds the dev site's pages and its bridge script; does nothing when what they are made of has not changed. */
export async function buildWeb(): Promise<'built' | 'unchanged'> {
  const wanted = inputsDigest([
    join(web, 'pages'),
    join(web, 'bridge'),
    join(web, 'vite.config.ts'),
    join(root, 'package-lock.json'),
  ]);
  if (isSealed(stamp, wanted)) return 'unchanged';
  const { build } = await import('vite');
  await build(bridge);
  await build(pages);
  writeFileSync(stamp, wanted);
  return 'built';
}

if (require.main === module) {
  void buildWeb().then((outcome) => console.log(`Dev site pages: ${outcome}.`));
}
