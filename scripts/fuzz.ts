import { spawnSync } from 'node:child_process';
import { root } from './bench/incident-site';
import { readArgs, wholeNumber } from './read-args';

const { values } = readArgs(
  { options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } } },
  'npm run fuzz -- [--cases NUMBER] [--seed NUMBER]',
);
const cases = wholeNumber('--cases', values.cases);
const seed = wholeNumber('--seed', values.seed ?? String(Date.now() % 2 ** 31), 0, 2 ** 31);
console.log(`${cases} cases of hostile input; the same again: npm run fuzz -- --cases ${cases} --seed ${seed}`);
const only = ['--selectProjects', 'site', '--runInBand', '--testPathPatterns', 'app/hostile-input'];
const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...only], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CASES: String(cases), FUZZ_SEED: String(seed) },
});
process.exitCode = status ?? 1;
