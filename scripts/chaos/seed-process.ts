import { writeFileSync } from 'node:fs';
import { lived, roughly } from './fault-run';
import { type LogPart, logLives } from './log-lives';

/** What a process of its own is told to live through; without a seed nothing goes wrong. */
export interface SeedTask {
  readonly part: LogPart;
  readonly seed: number | undefined;
  readonly appDirectory: string;
  /** Where it leaves how the log ended. */
  readonly into: string;
}

process.on('message', async ({ part, seed, appDirectory, into }: SeedTask) => {
  const faults = seed === undefined ? undefined : roughly(seed);
  const ended = await lived(await logLives(part), appDirectory, faults);
  writeFileSync(into, JSON.stringify(ended));
  process.disconnect();
});
