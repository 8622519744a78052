import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildBackend } from '../../scripts/build';
import { buildWeb } from '../../scripts/build-web';
import { inputsDigest, isSealed } from '../../scripts/inputs-digest';

const app = join(__dirname, 'probe-app');
const seal = join(app, 'dist/page-built-from.txt');
const turn = join(app, 'dist/building');
const pause = 200;
/** Longer than any build; a turn held longer was left by a build that was killed. */
const patience = 60_000;

/** Builds the site's pages, and the app that the browser tests run on them; test files that start at once take turns. */
async function buildFixtures(): Promise<void> {
  mkdirSync(join(app, 'dist'), { recursive: true });
  for (let waited = 0; !taken() && waited < patience; waited += pause) await setTimeout(pause);
  try {
    await buildWeb();
    await buildBackend(app);
    await buildPage();
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function taken(): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}

async function buildPage(): Promise<void> {
  const wanted = inputsDigest([join(app, 'page'), join(__dirname, '../../package-lock.json'), __filename]);
  if (isSealed(seal, wanted)) return;
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(app, 'page'),
    base: './',
    build: { outDir: join(app, 'dist/page'), emptyOutDir: true },
  });
  writeFileSync(seal, wanted);
}

void buildFixtures();
