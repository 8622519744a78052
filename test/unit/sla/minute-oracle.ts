import { Clerk, type Happening, type Note, type Plan, type Sheet } from './minute-clerk';

/**
 * A service level worked out the slow way: one minute after the other, a note for each, and the notes counted at the end.
 * It shares no code with the product, so that the two can only agree by both being right.
 */
export interface Finding {
  state: string;
  result: string;
  everBreached: boolean;
  cycle: number;
  dueAt: number | null;
  breachAt: number | null;
  cycles: {
    number: number;
    goal: number;
    elapsed: number;
    breachedAt: number | null;
    stoppedAt: number | null;
    thresholds: (number | null)[];
  }[];
}

type Open = (office: boolean, minute: number) => boolean;

const MINUTE = 60_000;
const PATIENCE = 60 * 24 * 12;

export function byTheMinute(plan: Plan, history: Happening[], now: number, open: Open): Finding {
  const clerk = new Clerk(plan);
  for (let minute = history[0]!.minute; minute <= now; minute += 1) {
    const today = history.filter((happening) => happening.minute === minute);
    if (today.length > 0) clerk.hear(minute, today);
    if (minute < now) clerk.note(minute);
  }
  return summary(
    plan,
    clerk.sheets.filter(({ goal }) => goal >= 0),
    now,
    open,
  );
}

function summary(plan: Plan, sheets: Sheet[], now: number, open: Open): Finding {
  const counted = sheets.map((sheet, i) => ({ ...count(plan, sheet, now, open), number: i + 1, sheet }));
  const shown = plan.cycles === 'last' ? counted.slice(-1) : counted;
  const last = shown.at(-1);
  const state = last ? stateOf(last.sheet) : 'not-started';
  const breached = last !== undefined && last.breachedAt !== null;
  const fine = state === 'completed' ? 'met' : 'open';
  return {
    state,
    result: breached ? 'breached' : fine,
    everBreached: shown.some(({ breachedAt }) => breachedAt !== null),
    cycle: last?.number ?? 0,
    dueAt: last && (breached || state === 'running') ? last.reached : null,
    breachAt: last?.exceeded ?? null,
    cycles: shown.map(({ number, sheet, elapsed, breachedAt, thresholds }) => ({
      number,
      goal: sheet.goal,
      elapsed: elapsed * MINUTE,
      breachedAt,
      stoppedAt: sheet.closedAt === null ? null : sheet.closedAt * MINUTE,
      thresholds,
    })),
  };
}

function stateOf({ how, pausedNow }: Sheet): string {
  if (how === 'cancel') return 'cancelled';
  if (how !== '') return 'completed';
  return pausedNow ? 'paused' : 'running';
}

function count(plan: Plan, sheet: Sheet, now: number, open: Open) {
  const { minutes } = plan.goals[sheet.goal]!;
  const end = sheet.closedAt ?? now;
  const marks = countedNotes(plan, sheet, open).map(({ minute }) => minute);
  const elapsed = marks.length;
  const ahead = stateOf(sheet) === 'running' ? PATIENCE : 0;
  for (let minute = now; minute < now + ahead && marks.length <= minutes * 2; minute += 1) {
    if (open(plan.goals[sheet.goal]!.office, minute)) marks.push(minute);
  }
  const reached = (amount: number) => (marks[amount - 1] === undefined ? null : (marks[amount - 1]! + 1) * MINUTE);
  const exceeded = marks[minutes] === undefined ? null : marks[minutes]! * MINUTE + 1;
  return {
    elapsed,
    reached: reached(minutes),
    exceeded,
    breachedAt: exceeded !== null && exceeded <= end * MINUTE ? exceeded : null,
    thresholds: plan.shares.map((share) => (share === 1 ? exceeded : reached(minutes * share))),
  };
}

function countedNotes({ goalChange, goals }: Plan, { notes, goal: goalNow }: Sheet, open: Open): Note[] {
  const changed = notes.findLastIndex(({ goal }, i) => goal !== (notes[i + 1]?.goal ?? goalNow)) + 1;
  const counting = goalChange === 'restart' ? notes.slice(changed) : notes;
  return counting.filter(({ ticking, goal, minute }) => {
    const by = goalChange === 'recompute' ? goalNow : goal;
    return ticking && open(goals[by]!.office, minute);
  });
}
