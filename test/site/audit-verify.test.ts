import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportedRow } from '@fettle/audit/domain/exported-row';
import { exportOf } from '../builders/an-export';
import { anIncidentSite, until } from '../builders/an-incident-site';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'audit-verify-'));
const file = join(folder, 'fettle-export.json');
let rows: readonly ExportedRow[];

beforeAll(async () => {
  const site = await anIncidentSite();
  await until(site, '2026-11-21T02:30:00Z');
  rows = await exportOf(site);
  await site.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const verified = (exported: unknown, ...args: readonly string[]) => read(JSON.stringify(exported, null, 2), ...args);

function read(text: string, ...args: readonly string[]) {
  writeFileSync(file, text);
  return run([file, ...args]);
}

function run(args: readonly string[]) {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const script = join(root, 'scripts', 'audit-verify.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...args], { cwd: root });
  return { status, told: `${stdout}${stderr}` };
}

const calendarEntry = 'definition#calendar:business-hours:1#1';

test('npm run audit:verify says that nothing is wrong with an export, and names the last anchor', () => {
  const { status, told } = verified(rows);
  expect(told).toMatch(
    /^Entries: \d+ in \d+ chains\. Anchors: 1\.\nRecords that know where their chain ends: \d+\.\nThe last anchor, up to 2026-11-20T23:59:59.999Z: [0-9a-f]{64}\n/,
  );
  expect(told).toContain('Nothing is wrong.');
  expect(status).toBe(0);
});

test('npm run audit:verify says in a sentence what is wrong, and fails', () => {
  const forged = rows.map((row) =>
    row.key === calendarEntry ? { ...row, value: { ...Object(row.value), actor: 'policy' } } : row,
  );
  const { status, told } = verified(forged);
  expect(told).toContain(
    'One thing is wrong:\nEntry 1 of definition#calendar:business-hours:1 is not what was hashed: something in it was changed.',
  );
  expect(status).toBe(1);
});

test('npm run audit:verify fails without the anchor that was noted', () => {
  const { status, told } = verified(rows, '--anchor', 'abc');
  expect(told).toContain('No anchor has the hash abc.');
  expect(status).toBe(1);
});

test.each([
  ['an object', '{}', 'is not an export'],
  ['no rows', '[]', 'is not an export'],
  ['nothing', 'null', 'is not an export'],
  ['rows of another kind', '[{"part":1}]', 'is not an export'],
  ['no JSON', 'Entries', 'cannot be read'],
])('a file that holds %s is told in a sentence', (_, text, says) => {
  const { status, told } = read(text);
  expect(told).toContain(`${file} ${says}`);
  expect(told).not.toMatch(/^ +at /m);
  expect(status).toBe(1);
});

test.each([
  ['an option that is none', [file, '--anchr', 'abc'], "Unknown option '--anchr'"],
  ['two files', [file, file], 'npm run audit:verify -- FILE'],
])('%s is told in a sentence', (_, args, says) => {
  const { status, told } = run(args);
  expect(told).toContain(says);
  expect(told).not.toMatch(/^ +at /m);
  expect(status).toBe(1);
});
