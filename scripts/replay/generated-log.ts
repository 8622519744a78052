import { chance } from '../../devsite/chance';
import type { LogRow } from './log-row';

const start = Date.UTC(2016, 1, 29);
const minute = 60_000;
const perIncident = 28;

/**
 * A log of the same form for whoever has not the real one: incidents over some weeks that are assigned, wait, are
 * resolved and closed, some reopened, with rows of one minute, a row without change and a few that cannot be.
 */
export function generatedLog(incidents: number, seed: number): readonly LogRow[] {
  let line = 1;
  return Array.from({ length: incidents }, (_, i) => i).flatMap((i) =>
    incidentRows(i, seed).map((row) => {
      line += 1;
      return { ...row, line };
    }),
  );
}

function incidentRows(i: number, seed: number): readonly Omit<LogRow, 'line'>[] {
  const draw = (what: string, upTo: number) => Math.floor(chance(seed, what, i) * upTo);
  const openedAt = start + (i * perIncident + draw('opened', perIncident)) * minute;
  const impact = 1 + draw('impact', 3);
  const urgency = 1 + draw('urgency', impact === 1 ? 2 : 3);
  const base = {
    number: `INC${String(i + 1).padStart(7, '0')}`,
    caller: `Caller ${draw('caller', 200)}`,
    openedAt,
    category: `Category ${draw('category', 20)}`,
    group: `Group ${draw('group', 12)}`,
    impact,
    urgency,
    priority:
      [
        [1, 2, 3],
        [2, 3, 4],
        [3, 4, 4],
      ][impact - 1]?.[urgency - 1] ?? 3,
  };
  let at = openedAt;
  let assignee: string | undefined;
  const states = statesOf(i, seed);
  return states.map((state, modCount) => {
    const later = modCount === 0 ? draw('first', 4) : Math.floor(chance(seed, 'wait', i, modCount) ** 3 * 4_000);
    at += (chance(seed, 'same minute', i, modCount) < 0.1 ? 0 : later) * minute;
    if (modCount === 1) assignee = `Resolver ${draw('assignee', 40)}`;
    const impossible = state === 'Active' && chance(seed, 'impossible', i, modCount) < 0.004;
    return {
      ...base,
      assignee,
      state: impossible ? '-100' : state,
      modCount,
      updatedBy: `Updated by ${draw('updater', 30)}`,
      updatedAt: at,
      madeSla: at - openedAt < 3_000 * minute,
    };
  });
}

function statesOf(i: number, seed: number): readonly string[] {
  const happens = (what: string, share: number) => chance(seed, what, i) < share;
  return [
    happens('resolved at once', 0.07) ? 'Resolved' : 'New',
    'Active',
    ...(happens('waits', 0.25) ? ['Awaiting User Info', 'Active'] : []),
    ...(happens('waits for a vendor', 0.05) ? ['Awaiting Vendor', 'Active'] : []),
    'Resolved',
    ...(happens('reopened', 0.04) ? ['Active', 'Resolved'] : []),
    'Closed',
    'Closed',
  ];
}
