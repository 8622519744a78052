import { join } from 'node:path';
import { buildBackend } from '../../scripts/build';
import { buildWeb } from '../../scripts/build-web';

const app = join(__dirname, 'probe-app');

/** Builds the site's pages, and the app that the browser tests run on them. */
async function buildFixtures(): Promise<void> {
  const { build } = await import('vite');
  await buildWeb();
  await buildBackend(app);
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(app, 'page'),
    base: './',
    build: { outDir: join(app, 'dist/page'), emptyOutDir: true },
  });
}

void buildFixtures();
