import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBackend } from './build';
import { buildApp } from './build-app';
import { readArgs } from './read-args';
import { archiveName, pack } from './release/archive';
import { keepFixture } from './release/fixture';

const root = join(__dirname, '..');

const { values: asked } = readArgs(
  { options: { fixture: { type: 'boolean', default: false } } },
  'npm run release -- [--fixture]',
);

/**
 * Packs the app as it is deployed under the version that package.json names. With `--fixture`, lets every release that
 * is kept live through the story of upgrades, and keeps the sites that they leave.
 */
async function release(): Promise<void> {
  if (asked.fixture) {
    for (const version of readdirSync(join(root, 'releases'))) {
      const { file, bytes, incidents } = await keepFixture(version);
      console.log(`${file}: ${incidents} incidents, ${kilobytes(bytes)}`);
    }
    return;
  }
  const { version } = JSON.parse(read('package.json')) as { version: string };
  if (!read('CHANGELOG.md').includes(`\n## ${version} (`))
    throw new Error(`CHANGELOG.md has no section "${version} (date)".`);
  await buildBackend(root);
  await buildApp();
  console.log(`releases/${version}/${archiveName(version)}: ${kilobytes(pack(version))}`);
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;

release().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
