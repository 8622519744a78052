import { type Duration, type Instant, minutes } from '../../kernel/time';

/** Overdue entries that are counted; what is more is told as `or more`. */
export const mostCounted = 2_000;

/** What is known of how the app fares at one instant. */
export interface Standing {
  readonly now: Instant;
  /** When the app was set up; undefined before. */
  readonly since: Instant | undefined;
  /** The earliest escalation that is overdue or to come, as far as it is known. */
  readonly oldestDue: Instant | undefined;
  /** Entries whose instant has passed, as far as they were counted. */
  readonly overdue: number;
  /** The last five-minute run that had something to do. */
  readonly swept: Instant | undefined;
  /** The last hourly run that looked at everything. */
  readonly repaired: Instant | undefined;
  /** Records that cannot be read. */
  readonly unreadable: number;
  /** Of the hour's points, all tenants together; undefined where Jira does not tell. */
  readonly points: { readonly limit: number; readonly left: number } | undefined;
}

export type Finding =
  | { readonly code: 'not-set-up' }
  /** Nothing is overdue by more than a run of the schedule. */
  | { readonly code: 'timers-on-time' }
  | { readonly code: 'timers-late'; readonly by: Duration; readonly overdue: number }
  | { readonly code: 'repair-on-time' | 'repair-late'; readonly last: Instant | undefined }
  /** Records cannot be read; what became of them is told beside it. */
  | { readonly code: 'unreadable'; readonly count: number }
  | { readonly code: 'points-low' | 'points-enough'; readonly left: number; readonly limit: number };

/** A run every five minutes, an event that may take three, and a minute for both to be slow. */
const timersMayLag = minutes(9);

/** An hourly run, its work, and one that was left out. */
const repairsMayLag = minutes(130);

/** Below this share of the hour's points the app goes slowly. */
const pointsAreLow = 0.15;

/** How the app fares, the worst first. */
export function findings(standing: Standing): readonly Finding[] {
  const { since } = standing;
  if (since === undefined) return [{ code: 'not-set-up' }];
  const all = [timers(standing), repairs(standing, since), ...unreadable(standing), ...points(standing)];
  return [...all.filter(isBad), ...all.filter((finding) => !isBad(finding))];
}

const bad: readonly Finding['code'][] = ['not-set-up', 'timers-late', 'repair-late', 'unreadable', 'points-low'];
export const isBad = ({ code }: Finding): boolean => bad.includes(code);

function timers({ now, oldestDue, overdue }: Standing): Finding {
  const by = oldestDue === undefined ? 0 : now - oldestDue;
  return by > timersMayLag ? { code: 'timers-late', by: by as Duration, overdue } : { code: 'timers-on-time' };
}

function repairs({ now, repaired }: Standing, since: Instant): Finding {
  const late = now - (repaired ?? since) > repairsMayLag;
  return { code: late ? 'repair-late' : 'repair-on-time', last: repaired };
}

const unreadable = ({ unreadable: count }: Standing): readonly Finding[] =>
  count > 0 ? [{ code: 'unreadable', count }] : [];

const points = ({ points: known }: Standing): readonly Finding[] =>
  known ? [{ code: known.left < known.limit * pointsAreLow ? 'points-low' : 'points-enough', ...known }] : [];
