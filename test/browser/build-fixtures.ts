import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBackend } from '../../scripts/build';
import { buildWeb } from '../../scripts/build-web';
import { inputsDigest, isSealed } from '../../scripts/inputs-digest';
import { inTurn } from './in-turn';

const app = join(__dirname, 'probe-app');
const seal = join(app, 'dist/page-built-from.txt');

/** Builds the site's pages, and the app that the browser tests run on them. */
async function buildFixtures(): Promise<void> {
  await buildWeb();
  await buildBackend(app);
  await buildPage();
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
    build: {
      outDir: join(app, 'dist/page'),
      emptyOutDir: true,
      rolldownOptions: { input: ['index.html', 'places.html'].map((page) => join(app, 'page', page)) },
    },
  });
  writeFileSync(seal, wanted);
}

void inTurn(join(app, 'dist/building'), buildFixtures);
