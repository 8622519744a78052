import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Status } from './status';

const root = join(__dirname, '..', '..');

/** Runs a build script in a process of its own, so that several use all cores; fails with what it wrote. */
export async function build(name: string, script: string, status: Status): Promise<void> {
  const step = status.begin(name);
  const written = await run(join(root, 'scripts', script)).catch((error: Error) => {
    throw new Error(`${name} cannot be built.\n${error.message}`);
  });
  step.end(/unchanged/.test(written) ? 'unchanged' : 'built');
}

function run(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (written += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(written) : reject(new Error(written.trim()))));
  });
}
