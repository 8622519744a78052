import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './bench/incident-site';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 2 ** 31);
console.log(
  `${values.cases} cases of hostile input; the same again: npm run fuzz -- --cases ${values.cases} --seed ${seed}`,
);
const only = ['--selectProjects', 'site', '--runInBand', '--testPathPatterns', 'app/hostile-input'];
const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...only], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_CASES: values.cases, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
