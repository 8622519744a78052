import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from '../static/app/vite.config';
import { inputsDigest, isSealed } from './inputs-digest';

const root = join(__dirname, '..');
const home = join(root, 'static/app');
const seal = join(home, 'dist/built-from.txt');

const inputs = ['static/app/index.html', 'static/app/vite.config.ts', 'static/app/public', 'static/app/src'];

/** What the pages take of the rules, which is less than all of it. */
const shared = ['src/kernel', 'src/calendar', 'src/sla', 'src/rpc', 'src/incident', 'src/set-up', 'src/health'];

/** Builds the app's pages; does nothing when what they are made of has not changed. */
export async function buildApp(): Promise<'built' | 'unchanged'> {
  const wanted = inputsDigest([...inputs, ...shared, 'package-lock.json'].map((path) => join(root, path)));
  if (isSealed(seal, wanted)) return 'unchanged';
  const { build } = await import('vite');
  await build(app);
  writeFileSync(seal, wanted);
  return 'built';
}

if (require.main === module) {
  void buildApp().then((outcome) => console.log(`App pages: ${outcome}.`));
}
