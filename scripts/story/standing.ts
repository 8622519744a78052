import type { Fate, Stop } from './fate';
import type { IncidentText } from './incident-texts';
import { serviceOf, storyEnd } from './service-time';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An incident that is open when the story ends, told from its end. */
interface Standing {
  readonly priority: number;
  /** Share of the time to resolution that is used up; of the time to first response while `unanswered`. */
  readonly used: number;
  readonly unanswered?: true;
  /** What lies behind it. */
  readonly stops?: readonly Required<Stop>[];
  /** What it waits for now, and since when. */
  readonly waits?: { readonly why: Stop['why']; readonly since: number };
}

const atRisk: readonly Standing[] = [
  { priority: 1, used: 0.8 },
  { priority: 2, used: 0.84 },
  { priority: 3, used: 0.8, stops: [{ why: 'customer', at: 0.3, lasts: 20 * hour }] },
  { priority: 3, used: 0.9 },
  { priority: 4, used: 0.78, stops: [{ why: 'resolved', at: 0.5, lasts: 26 * hour }] },
  { priority: 4, used: 0.8, unanswered: true },
];

const breached: readonly Standing[] = [
  { priority: 2, used: 1.3 },
  { priority: 3, used: 1.15 },
  { priority: 4, used: 1.05, stops: [{ why: 'supplier', at: 0.4, lasts: 2 * day }] },
];

const paused: readonly Standing[] = [
  { priority: 3, used: 0.4, waits: { why: 'customer', since: 19 * hour } },
  { priority: 4, used: 0.3, waits: { why: 'supplier', since: 4 * day } },
  { priority: 3, used: 0.55, waits: { why: 'change', since: 3 * day } },
  {
    priority: 5,
    used: 0.2,
    stops: [{ why: 'customer', at: 0.1, lasts: day }],
    waits: { why: 'customer', since: 5 * day },
  },
];

const running: readonly Standing[] = [
  { priority: 2, used: 0.35 },
  { priority: 3, used: 0.12 },
  { priority: 3, used: 0.25 },
  { priority: 3, used: 0.45, stops: [{ why: 'resolved', at: 0.3, lasts: 3 * day }] },
  { priority: 3, used: 0.6 },
  { priority: 4, used: 0.08 },
  { priority: 4, used: 0.2, stops: [{ why: 'customer', at: 0.1, lasts: 30 * hour }] },
  { priority: 4, used: 0.5 },
  { priority: 5, used: 0.15 },
  { priority: 5, used: 0.4, stops: [{ why: 'supplier', at: 0.2, lasts: 3 * day }] },
  { priority: 3, used: 0.3, unanswered: true },
  { priority: 5, used: 0.2, unanswered: true },
];

/** How the open incidents stand at the end: six at risk, four paused, three breached, the others within their time. */
export const standings: readonly Standing[] = [...atRisk, ...breached, ...paused, ...running];

/** The fate that leads to where an incident stands. */
export function fateOf({ priority, used, unanswered, stops = [], waits }: Standing, text: IncidentText): Fate {
  const { response, resolution, after } = serviceOf(priority);
  if (unanswered) {
    const raisedAt = after(storyEnd, -used * response);
    return { text, raisedAt, answered: undefined, stops: [], growsUrgent: false };
  }
  const before = (instant: number) => after(instant, -minute);
  let at = waits ? before(storyEnd - waits.since) : storyEnd;
  let share = used;
  const behind: Stop[] = [];
  for (const stop of stops.toReversed()) {
    const wentOn = after(at, (stop.at - share) * resolution);
    at = before(wentOn - stop.lasts);
    share = stop.at;
    behind.unshift({ ...stop, lasts: wentOn - minute - at });
  }
  const raisedAt = after(at, -share * resolution);
  const last = waits ? [{ why: waits.why, at: used }] : [];
  return { text, raisedAt, answered: 0.35, stops: [...behind, ...last], growsUrgent: false };
}
