import type { Escalations, Step } from './escalation';

/** What the log of an issue's escalations may take of its record: one that is reopened again and again is escalated each time. */
const mostLetters = 60_000;

/** Steps of so many cycles stay whatever they take: late news may still move the numbers of these. */
const cyclesKept = 3;

/** The log with a step. Where it grows too long, the oldest steps of cycles go that ended long before: the audit has them. */
export function withStep(log: Escalations, key: string, step: Step): Escalations {
  const all = { ...log, [key]: step };
  let excess = JSON.stringify(all).length - mostLetters;
  if (excess <= 0) return all;
  const gone = new Set<string>();
  for (const [old, past] of longPast(all)) {
    if (excess <= 0) break;
    gone.add(old);
    excess -= JSON.stringify({ [old]: past }).length - 1;
  }
  return Object.fromEntries(Object.entries(all).filter(([one]) => !gone.has(one)));
}

/** The steps of cycles that others of their definition have followed, the oldest first. */
function longPast(log: Escalations): readonly (readonly [string, Step])[] {
  const last = new Map<string, number>();
  for (const key of Object.keys(log)) {
    const { definition, cycle } = cycleOf(key);
    last.set(definition, Math.max(cycle, last.get(definition) ?? 0));
  }
  return Object.entries(log)
    .filter(([key]) => {
      const { definition, cycle } = cycleOf(key);
      return cycle <= (last.get(definition) ?? 0) - cyclesKept;
    })
    .sort(([, a], [, b]) => a.at - b.at);
}

/** A key is `<issue>/<definition>/<cycle>/<level>/<place>`, of which only the level may hold a slash. */
function cycleOf(key: string) {
  const [, definition = '', cycle = ''] = key.split('/');
  return { definition, cycle: Number(cycle) };
}
