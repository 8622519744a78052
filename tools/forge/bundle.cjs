const { cpSync, mkdirSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { getEntryPoints, getNodeBundler } = require('@forge/bundler');
const { parse } = require('yaml');

/**
 * Bundles an app as `forge deploy` does, by Atlassian's own bundler, into a folder on which a site can run the result:
 *
 *     node tools/forge/bundle.cjs <app> <folder>
 *
 * A warning counts as an error. The runtime's own files are left out: the CLI fetches them when it deploys, and a site
 * has its own.
 */
const [app, folder] = process.argv.slice(2).map((path) => resolve(path));

const wrong = [];
const quiet = () => {};
const told = (message) => wrong.push(message);
const logger = { trace: quiet, debug: quiet, info: quiet, warn: told, error: told };

const noFile = async () => ({ script: '', source: '', version: 'none' });
const noRuntime = { getNodeRuntimeLoader: noFile, getNodeRuntimeWrapper: noFile };

async function main() {
  process.chdir(app);
  const manifest = parse(readFileSync('manifest.yml', 'utf8'));
  const handlers = manifest.modules.function.map(({ handler }) => ({ module: handler.split('.')[0] }));
  const bundler = getNodeBundler(logger, noRuntime, { readConfig: async () => manifest });
  const { outputDir } = await bundler.bundle({ entryPoints: getEntryPoints(handlers), appDirectory: app });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));

  const backend = join(folder, 'dist', 'backend');
  mkdirSync(backend, { recursive: true });
  cpSync(outputDir, backend, { recursive: true });
  cpSync('manifest.yml', join(folder, 'manifest.yml'));
  for (const { path } of manifest.resources) cpSync(path, join(folder, path), { recursive: true });
  process.stdout.write(`Bundled: ${readdirSync(backend).filter((name) => name.endsWith('.cjs'))}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
