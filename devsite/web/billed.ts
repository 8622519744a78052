import type { BillLine } from '../platform/bill';

/**
 * What the platform charges an app in a month, over all its sites:
 * https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (12 Aug 2026).
 */
const meters = [
  { name: 'Function time', unit: 'GB-s', free: 200_000, dollars: 0.000025, of: (line: BillLine) => line.gbSeconds },
  { name: 'KVS reads', unit: 'GB', free: 0.1, dollars: 0.055, of: (line: BillLine) => line.kvsReadBytes / 1e9 },
  { name: 'KVS writes', unit: 'GB', free: 0.1, dollars: 1.09, of: (line: BillLine) => line.kvsWriteBytes / 1e9 },
] as const;

const month = 30 * 86_400_000;
/** What a shorter life used says nothing of a month. */
const leastLife = 3_600_000;

/**
 * The bill's lines with what they come to on each meter; the dollars are those beyond the free share of a month. `month`
 * is what a month comes to at the pace of a life of so many milliseconds.
 */
export function billed(lines: readonly BillLine[], life: number) {
  return {
    lines,
    life,
    meters: meters.map(({ name, unit, free, dollars, of }) => {
      const used = lines.reduce((sum, line) => sum + of(line), 0);
      const dueFor = (amount: number) => Math.max(0, amount - free) * dollars;
      const monthly = life < leastLife ? undefined : (used * month) / life;
      return {
        name,
        unit,
        free,
        dollars,
        used,
        due: dueFor(used),
        ...(monthly !== undefined && { monthly, monthlyDue: dueFor(monthly) }),
      };
    }),
  };
}
