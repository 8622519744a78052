import type { Records } from '../kernel/records';
import { type Instant, instant, minutes, toIso } from '../kernel/time';
import { dueEntity } from './due-entry';
import type { Escalator } from './ports';

/** How far a sweep looks ahead: its own interval, and half a minute for a late one. */
export const sweepHorizon = minutes(5.5);

/** Forge takes 500 events a minute; what is left over waits for the next sweep, most urgent first. */
const mostPages = 4;

/**
 * Asks for every escalation that falls due before the next sweep, at its own instant. One query when nothing is due.
 * Answers how many it asked for.
 */
export async function sweep({
  records,
  escalator,
  now,
}: {
  readonly records: Records;
  readonly escalator: Escalator;
  readonly now: () => Instant;
}): Promise<number> {
  const at = now();
  const upTo = toIso((at + sweepHorizon) as Instant);
  let asked = 0;
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await records.list(dueEntity, 'by-at', { upTo }, { limit: 100, ...(after && { after }) });
    if (items.length) await escalator.push(items.map(({ value }) => ask(value, at)));
    asked += items.length;
    if (!next) break;
    after = next;
  }
  return asked;
}

const ask = ({ issueId, at }: { readonly issueId: string; readonly at: string }, now: Instant) => ({
  issueId,
  delaySeconds: Math.max(0, Math.ceil((instant(at) - now) / 1_000)),
});
