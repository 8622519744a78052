import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBackend } from '../../scripts/build';
import { buildWeb } from '../../scripts/build-web';
import { inputsDigest, isSealed } from '../../scripts/inputs-digest';
import { inTurn } from './in-turn';

const probe = { app: join(__dirname, 'probe-app'), pages: ['index.html', 'places.html'] };
const foreign = { app: join(__dirname, '../foreign-app'), pages: ['index.html'] };

/** An app whose pages are built from its folder `page`. */
type Fixture = typeof probe;

/** Builds the site's pages, and the apps that the browser tests run on them. */
async function buildFixtures(): Promise<void> {
  await buildWeb();
  for (const fixture of [probe, foreign]) {
    await buildBackend(fixture.app);
    await buildPages(fixture);
  }
}

async function buildPages({ app, pages }: Fixture): Promise<void> {
  const seal = join(app, 'dist/page-built-from.txt');
  const wanted = inputsDigest([join(app, 'page'), join(__dirname, '../../package-lock.json'), __filename]);
  if (isSealed(seal, wanted)) return;
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(app, 'page'),
    base: './',
    build: {
      target: 'es2022',
      outDir: join(app, 'dist/page'),
      emptyOutDir: true,
      rolldownOptions: { input: pages.map((page) => join(app, 'page', page)) },
    },
  });
  writeFileSync(seal, wanted);
}

void inTurn(join(probe.app, 'dist/building'), buildFixtures);
