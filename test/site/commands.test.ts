import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function told(script: string, args: readonly string[]) {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const asked = [tsx, join(root, 'scripts', `${script}.ts`), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, asked, { cwd: root });
  return { status, text: `${stdout}${stderr}` };
}

describe('a command that is asked for what it has not', () => {
  test.each<[string, readonly string[], string]>([
    ['fuzz', ['--cases', 'many'], '--cases is a whole number'],
    ['fuzz', ['--seed', 'x'], '--seed is a whole number'],
    ['fuzz', ['--case', '1'], "Unknown option '--case'"],
    ['replay', ['--limit', '0'], '--limit is a whole number from 1'],
    ['replay', ['--seed', 'x'], '--seed is a whole number'],
    ['replay', ['--runner', 'both'], 'There is no runner both.'],
    ['replay', ['nowhere.csv'], 'There is no file nowhere.csv.'],
    ['chaos', ['--limit', 'x'], '--limit is a whole number'],
    ['chaos', ['--seeds', '0'], '--seeds is a whole number from 1'],
    ['chaos', ['nowhere.csv'], 'There is no file nowhere.csv.'],
    ['bench', ['nothing'], 'There is no section nothing; there are business-time,'],
    ['bench', ['--tick'], "Unknown option '--tick'"],
    ['release', ['--dry'], "Unknown option '--dry'"],
    ['screenshots', ['--page', 'x'], "Unknown option '--page'"],
    ['screenshots', ['--only', 'x'], 'There is no picture x; there are issues,'],
    ['manifest', ['--chek'], "Unknown option '--chek'"],
    ['devsite-doc', ['--chek'], "Unknown option '--chek'"],
  ])('npm run %s -- %j says so in a sentence, and does nothing', (script, args, says) => {
    const files = ['manifest.yml', 'docs/devsite.md'].map((file) => join(root, file));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const { status, text } = told(script, args);
    expect(text).toContain(says);
    expect(text).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });
});
