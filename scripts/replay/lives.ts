import { chance } from '../../devsite/chance';
import type { LogRow } from './log-row';

/** What the log says happened to one incident, as people would have done it. */
export interface Life {
  readonly number: string;
  readonly openedAt: number;
  readonly caller: string;
  readonly impact: number;
  readonly urgency: number;
  readonly madeSla: boolean;
  /** The priority the log ended with. */
  readonly priority: number;
  readonly steps: readonly Step[];
}

/** A row's changes, done at one instant by one person; `response` is who then writes the first public comment. */
export interface Step {
  readonly at: number;
  readonly by: string;
  readonly state?: string;
  readonly assignee?: string;
  readonly group?: string;
  readonly category?: string;
  readonly impact?: number;
  readonly urgency?: number;
  readonly response?: string;
}

export interface Refused {
  readonly line: number;
  readonly number: string;
  readonly reason: string;
}

export interface Lives {
  readonly lives: readonly Life[];
  /** Rows that cannot be. */
  readonly refused: readonly Refused[];
  /** Rows without a change that Jira would see. */
  readonly idle: number;
}

const known = ['New', 'Active', 'Awaiting User Info', 'Awaiting Vendor', 'Awaiting Problem', 'Awaiting Evidence'];
export const states = [...known, 'Resolved', 'Closed'];

/** The incidents' lives, in order of their opening. */
export function livesOf(rows: readonly LogRow[]): Lives {
  const refused: Refused[] = [];
  let idle = 0;
  const lives = [...rowsByNumber(rows).values()].map((own) => {
    const possible = possibleRows(own, refused);
    const life = lifeOf(possible);
    idle += possible.length - life.steps.length;
    return life;
  });
  return { lives: lives.toSorted((a, b) => a.openedAt - b.openedAt || compare(a.number, b.number)), refused, idle };
}

function rowsByNumber(rows: readonly LogRow[]): ReadonlyMap<string, readonly LogRow[]> {
  const byNumber = new Map<string, LogRow[]>();
  for (const row of rows) {
    const own = byNumber.get(row.number);
    if (own) own.push(row);
    else byNumber.set(row.number, [row]);
  }
  return byNumber;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function possibleRows(rows: readonly LogRow[], refused: Refused[]): readonly LogRow[] {
  const ordered = rows.toSorted((a, b) => a.modCount - b.modCount || a.line - b.line);
  let last = Number.NEGATIVE_INFINITY;
  return ordered.filter((row) => {
    const { line, number, updatedAt, state } = row;
    const refuse = (reason: string) => {
      refused.push({ line, number, reason });
      return false;
    };
    if (!states.includes(state)) return refuse(`the state "${state}" is none of ServiceNow's`);
    if (updatedAt < last) return refuse('it is updated before the row that precedes it by sys_mod_count');
    last = updatedAt;
    return true;
  });
}

function lifeOf(rows: readonly LogRow[]): Life {
  const first = rows[0] as LogRow;
  const last = rows.at(-1) as LogRow;
  const times = instants(rows);
  let before: Before = { state: 'New', impact: first.impact, urgency: first.urgency };
  let answered = false;
  const steps = rows.flatMap((row, i) => {
    const changes = changesOf(before, row);
    before = { ...before, ...changes };
    const responds = !answered && (row.state !== 'New' || row.assignee !== undefined);
    answered ||= responds;
    if (!responds && Object.keys(changes).length === 0) return [];
    const response = responds ? { response: row.assignee ?? row.updatedBy } : {};
    return [{ at: times[i] as number, by: row.updatedBy, ...changes, ...response }];
  });
  const { number, openedAt, caller = 'Caller nobody', impact, urgency } = first;
  return { number, openedAt, caller, impact, urgency, madeSla: last.madeSla, priority: last.priority, steps };
}

type Before = Partial<Pick<Step, 'state' | 'assignee' | 'group' | 'category' | 'impact' | 'urgency'>>;

function changesOf(before: Before, { state, assignee, group, category, impact, urgency }: LogRow): Before {
  const now = { state, assignee, group, category, impact, urgency };
  const changed = Object.entries(now).filter(
    ([name, value]) => value !== undefined && value !== before[name as keyof Before],
  );
  return Object.fromEntries(changed);
}

/** Rows of one minute go a second apart; none before the incident is a second old. */
function instants(rows: readonly LogRow[]): readonly number[] {
  let last = (rows[0] as LogRow).openedAt;
  return rows.map(({ updatedAt }) => {
    last = Math.max(updatedAt, last + 1_000);
    return last;
  });
}

/**
 * A seeded sample over the whole span: first the incidents with refused rows, then some that were reopened and some
 * that waited, then whatever the seed draws.
 */
export function sample({ lives, ...rest }: Lives, limit: number, seed: number): Lives {
  const drawn = (of: readonly Life[]) =>
    of.toSorted((a, b) => chance(seed, 'sample', a.number) - chance(seed, 'sample', b.number));
  const strange = new Set(rest.refused.map(({ number }) => number));
  const refused = lives.filter(({ number }) => strange.has(number));
  const reopened = drawn(lives.filter(isReopened)).slice(0, Math.ceil(limit / 8));
  const waiting = drawn(lives.filter(waits)).slice(0, Math.ceil(limit / 8));
  const chosen = new Set([...new Set([...refused, ...reopened, ...waiting, ...drawn(lives)])].slice(0, limit));
  return { ...rest, lives: lives.filter((life) => chosen.has(life)) };
}

export const waits = ({ steps }: Life): boolean => steps.some(({ state }) => state?.startsWith('Awaiting'));

/** Led from Resolved or Closed back. */
export function isReopened({ steps }: Life): boolean {
  const moves = steps.flatMap(({ state }) => (state ? [isDone(state)] : []));
  return moves.some((done, i) => done && moves[i + 1] === false);
}

const isDone = (state: string): boolean => state === 'Resolved' || state === 'Closed';
