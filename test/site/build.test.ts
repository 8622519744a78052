import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..');
const manifest = 'modules: { function: [{ key: run, handler: app.run }, { key: stop, handler: app.stop }] }\n';

/** Builds an app of one file as `npm run build` does. */
function build(app: string, source: string) {
  writeFileSync(join(app, 'src', 'app.ts'), source);
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const options = { cwd: root, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'scripts/build.ts', app], options);
  return { status, said: stdout + stderr };
}

let app: string;
beforeAll(() => {
  mkdirSync(join(root, 'dist'), { recursive: true });
  app = mkdtempSync(join(root, 'dist', 'an-app-'));
  mkdirSync(join(app, 'src'));
  writeFileSync(join(app, 'manifest.yml'), manifest);
});
afterAll(() => rmSync(app, { recursive: true }));

test('an app is bundled once, and again when its sources change', () => {
  const source = 'export const run = (): number => 1;\nexport const stop = (): number => 2;\n';
  expect(build(app, source)).toEqual({ status: 0, said: 'Backend bundles: built\n' });
  expect(build(app, source)).toEqual({ status: 0, said: 'Backend bundles: unchanged\n' });
  expect(build(app, source.replace('1', '3')).said).toBe('Backend bundles: built\n');
  const bundle = join(app, 'dist', 'backend', 'app.cjs');
  expect(readFileSync(bundle, 'utf8')).toContain('=> 3');
});

test('an app with a type error is not bundled, and what was there stays', () => {
  const { status, said } = build(app, "export const run = (): number => 'one';\n");
  expect(status).toBe(1);
  expect(said).toContain('TS2322');
  expect(readFileSync(join(app, 'dist', 'backend', 'app.cjs'), 'utf8')).toContain('=> 3');
});
