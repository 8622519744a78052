import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const pause = 200;
/** Longer than anything done in turn; a turn held longer was left by a process that was killed. */
const patience = 60_000;

/** Does `work` while no other process does anything in turn at the same place, which is a folder that comes and goes. */
export async function inTurn<Value>(place: string, work: () => Promise<Value>): Promise<Value> {
  mkdirSync(dirname(place), { recursive: true });
  for (let waited = 0; !taken(place) && waited < patience; waited += pause) await setTimeout(pause);
  try {
    return await work();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function taken(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch {
    return false;
  }
}
