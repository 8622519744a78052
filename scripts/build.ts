import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import webpack, { type Configuration } from 'webpack';
import { modulesOf, readManifest } from '../devsite/manifest';

/**
 * Makes of an app's `src/` the bundles that `forge deploy` would make: one a file that the manifest's handlers name,
 * into `dist/backend/<name>.cjs`. Does nothing while its sources are those of the last build; throws on type errors.
 * The settings are those of @forge/bundler 7.3.0.
 */
export async function buildBackend(appDirectory: string): Promise<'built' | 'unchanged'> {
  const app = resolve(appDirectory);
  const target = join(app, 'dist', 'backend');
  const names = bundleNames(app);
  const inputs = fingerprint(app, names);
  const isBuilt = () => existsSync(join(target, seal)) && readFileSync(join(target, seal), 'utf8') === inputs;
  if (isBuilt()) return 'unchanged';

  mkdirSync(join(app, 'dist'), { recursive: true });
  const made = mkdtempSync(join(app, 'dist', 'backend-'));
  await bundle(settings(app, names, made)).catch((error: unknown) => {
    rmSync(made, { recursive: true });
    throw error;
  });
  writeFileSync(join(made, seal), inputs);
  // Another process may have built the same meanwhile, and may be reading it.
  if (isBuilt()) rmSync(made, { recursive: true });
  else replace(target, made);
  return 'built';
}

/** Names the file that tells what a folder of bundles was built from. */
const seal = 'inputs.txt';

function replace(folder: string, by: string): void {
  rmSync(folder, { recursive: true, force: true });
  renameSync(by, folder);
}

const bundleNames = (app: string): string[] => {
  const handlers = modulesOf(readManifest(join(app, 'manifest.yml')), 'function').map(({ handler }) => String(handler));
  return [...new Set(handlers.map((handler) => handler.slice(0, handler.indexOf('.'))))].sort();
};

function fingerprint(app: string, names: readonly string[]): string {
  const sources = readdirSync(join(app, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const settled = [upwards(app, 'tsconfig.json'), upwards(app, 'package-lock.json'), __filename];
  const hash = createHash('sha256').update(names.join());
  for (const file of [...sources.sort(), ...settled]) hash.update(file.replace(app, '')).update(readFileSync(file));
  return hash.digest('hex');
}

function upwards(folder: string, name: string): string {
  const file = join(folder, name);
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error(`There is no ${name}.`);
  return upwards(dirname(folder), name);
}

const settings = (app: string, names: readonly string[], path: string): Configuration => ({
  context: app,
  entry: Object.fromEntries(names.map((name) => [name, join(app, 'src', name)])),
  mode: 'production',
  target: 'node18',
  optimization: { minimize: false },
  devtool: 'source-map',
  output: { libraryTarget: 'commonjs', globalObject: 'this', filename: '[name].cjs', path },
  node: { __dirname: true },
  performance: false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.jsx', '.json', '.cjs'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'ts-loader',
        options: {
          instance: app,
          configFile: upwards(app, 'tsconfig.json'),
          context: dirname(upwards(app, 'tsconfig.json')),
          onlyCompileBundledFiles: true,
          compilerOptions: { jsx: 'react', jsxFactory: 'ForgeUI.createElement', sourceMap: true },
        },
      },
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
    ],
  },
});

function bundle(configuration: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      const wrong = error?.message ?? (stats?.hasErrors() ? stats.toString('errors-only') : undefined);
      if (wrong === undefined) resolve();
      else reject(new Error(`The backend does not build.\n${wrong}`));
    });
  });
}

async function main(appDirectory: string): Promise<void> {
  console.log(`Backend bundles: ${await buildBackend(appDirectory)}`);
}

if (require.main === module) {
  main(process.argv[2] ?? '.').catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
