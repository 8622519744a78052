import { spawnSync } from 'node:child_process';
import type { BenchRow } from './bench/bench-row';
import { bundleBench } from './bench/bundles';
import { businessTimeBench } from './bench/business-time';
import { escalationBench } from './bench/escalations';
import { eventRateBench } from './bench/event-rate';
import { root } from './bench/incident-site';
import { lifeBench } from './bench/life';
import { machineRow } from './bench/machine';
import { pageBench } from './bench/pages';
import { stormBench } from './bench/storm';
import { tickBench } from './bench/tick';
import { buildBackend } from './build';
import { buildApp } from './build-app';
import { readArgs, refuse } from './read-args';

const sections: Readonly<Record<string, () => BenchRow[] | Promise<BenchRow[]>>> = {
  'business-time': businessTimeBench,
  bundles: bundleBench,
  life: lifeBench,
  escalations: escalationBench,
  events: eventRateBench,
  tick: tickBench,
  storm: stormBench,
  pages: pageBench,
};

/** The sections named, or all, each in a process of its own: what one leaves behind slows no other down. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !sections[name]);
  if (unknown) refuse(`There is no section ${unknown}; there are ${Object.keys(sections).join(', ')}.`);
  const [only, second] = names;
  if (only && !second) return measured(only);
  for (const name of Object.keys(sections)) {
    if (names.length && !names.includes(name)) continue;
    const { status } = spawnSync(process.execPath, [...process.execArgv, __filename, name], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}

/** Prints a JSON object a figure of a section, and the bars that were missed. */
async function measured(name: string): Promise<void> {
  await buildBackend(root);
  await buildApp();
  print(machineRow());
  const rows = (await sections[name]?.()) ?? [];
  rows.forEach(print);
  print(machineRow());
  const missed = rows.filter(({ ok }) => !ok);
  for (const row of missed) console.error(sentence(row));
  if (missed.length) process.exitCode = 1;
}

const print = (row: BenchRow): void => console.log(JSON.stringify(row));

function sentence({ name, value, unit, ratio, against, bar }: BenchRow): string {
  const compared = ratio === undefined ? '' : `, ${ratio} × ${against}`;
  return `Missed: ${name} is ${value} ${unit}${compared}; the bar is ${bar}.`;
}

const usage = `npm run bench -- [SECTION …]\n\nSections: ${Object.keys(sections).join(', ')}`;

main(readArgs({ allowPositionals: true }, usage).positionals).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
