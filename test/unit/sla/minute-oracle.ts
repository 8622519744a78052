/**
 * A service level worked out the slow way: one minute after the other, a note for each, and the notes counted at the end.
 * It shares no code with the product, so that the two can only agree by both being right.
 */
export type By = 'not-reporter' | 'reporter' | 'anyone';

export interface Plan {
  scope: string | null;
  startsAtCreation: boolean;
  startStatuses: string[];
  startComment: By | null;
  stopStatuses: string[];
  stopComment: By | null;
  pauses: string[][];
  cancelStatuses: string[];
  resetStatuses: string[];
  cycles: 'every' | 'first' | 'last' | 'cumulative';
  reopening: 'new' | 'resume' | 'ignore';
  countGap: boolean;
  goalChange: 'carry' | 'recompute' | 'restart';
  /** `priorities` null: all remaining. */
  goals: { priorities: string[] | null; minutes: number; office: boolean }[];
  shares: number[];
}

export interface Happening {
  minute: number;
  status?: string;
  priority?: string | null;
  kind?: string;
  says?: { by: string; robot: boolean; hidden: boolean };
}

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

interface Note {
  minute: number;
  ticking: boolean;
  goal: number;
}

interface Sheet {
  notes: Note[];
  closedAt: number | null;
  how: 'stop' | 'cancel' | 'reset' | '';
  mayReopen: boolean;
  goal: number;
  pausedNow: boolean;
}

type Open = (office: boolean, minute: number) => boolean;

const MINUTE = 60_000;
const PATIENCE = 60 * 24 * 12;

export function byTheMinute(plan: Plan, history: Happening[], now: number, open: Open): Finding {
  const sheets: Sheet[] = [];
  let live: Sheet | null = null;
  let owed = plan.startsAtCreation;
  let status = '';
  let priority: string | null = null;
  let kind = '';
  let wasIn = false;
  const newSheet = (): Sheet => {
    const sheet: Sheet = { notes: [], closedAt: null, how: '', mayReopen: false, goal: -1, pausedNow: false };
    sheets.push(sheet);
    owed = false;
    return sheet;
  };
  const forget = (sheet: Sheet) => {
    if (sheet.goal < 0) sheets.splice(sheets.indexOf(sheet), 1);
  };

  for (let minute = history[0]!.minute; minute <= now; minute += 1) {
    const today = history.filter((happening) => happening.minute === minute);
    if (today.length > 0) {
      const oldStatus = status;
      for (const happening of today) {
        status = happening.status ?? status;
        kind = happening.kind ?? kind;
        if (happening.priority !== undefined) priority = happening.priority;
      }
      const heard = (by: By | null) =>
        by !== null &&
        today.some(({ says }) => {
          if (!says || says.robot || says.hidden) return false;
          if (by === 'anyone') return true;
          return by === 'reporter' ? says.by === 'rosa' : says.by !== 'rosa';
        });
      const arrived = (list: string[]) => list.includes(status) && !(wasIn && list.includes(oldStatus));
      const isIn = (plan.scope === null || kind === plan.scope) && !plan.cancelStatuses.includes(status);
      const goal = plan.goals.findIndex(({ priorities }) => !priorities || (priority && priorities.includes(priority)));
      const spoken = heard(plan.stopComment);
      const stopNow = spoken || arrived(plan.stopStatuses);
      const isDone = plan.stopStatuses.includes(status);

      if (live && stopNow) {
        if (live.goal >= 0 && goal >= 0 && plan.goalChange !== 'restart') live.goal = goal;
        live.closedAt = minute;
        live.how = 'stop';
        live.mayReopen = !spoken;
        if (live.goal < 0) owed = !spoken && plan.startsAtCreation;
        forget(live);
        live = null;
      } else if (live && !isIn) {
        live.closedAt = minute;
        live.how = 'cancel';
        owed = plan.startsAtCreation;
        forget(live);
        live = null;
      } else if (live && arrived(plan.resetStatuses)) {
        if (live.goal >= 0 && goal >= 0 && plan.goalChange !== 'restart') live.goal = goal;
        live.closedAt = minute;
        live.how = 'reset';
        forget(live);
        live = newSheet();
      } else if (!live && isIn && spoken) {
        owed = false;
      } else if (!live && isIn && !stopNow && !isDone) {
        const last = sheets.at(-1);
        const reopened = last?.mayReopen === true;
        if (last) last.mayReopen = false;
        const again = (countGap: boolean) => {
          for (let gap = last!.closedAt!; gap < minute; gap += 1) {
            last!.notes.push({ minute: gap, ticking: countGap, goal: last!.goal });
          }
          last!.closedAt = null;
          last!.how = '';
          owed = false;
          return last!;
        };
        const begins = owed || arrived(plan.startStatuses) || heard(plan.startComment);
        if (reopened && plan.reopening === 'resume') live = again(plan.countGap);
        else if (begins || (reopened && plan.reopening === 'new')) {
          const spent = plan.cycles === 'first' && sheets.some(({ how }) => how === 'stop');
          if (plan.cycles === 'cumulative' && last?.how === 'stop') live = again(false);
          else if (!spent) live = newSheet();
        }
      }
      if (live && goal < 0 && live.goal >= 0) {
        live.closedAt = minute;
        live.how = 'cancel';
        live = newSheet();
      }
      if (live) {
        if (live.goal < 0 && goal >= 0 && plan.goalChange !== 'recompute') live.notes = [];
        live.goal = goal;
        live.pausedNow = plan.pauses.some((list) => list.includes(status));
      }
      wasIn = isIn;
    }
    if (live && minute < now) live.notes.push({ minute, ticking: !live.pausedNow, goal: live.goal });
  }
  return summary(
    plan,
    sheets.filter(({ goal }) => goal >= 0),
    now,
    open,
  );
}

function summary(plan: Plan, sheets: Sheet[], now: number, open: Open): Finding {
  const counted = sheets.map((sheet, i) => ({ ...count(plan, sheet, now, open), number: i + 1, sheet }));
  const shown = plan.cycles === 'last' ? counted.slice(-1) : counted;
  const last = shown.at(-1);
  const breached = last?.breachedAt != null;
  let state = 'not-started';
  if (last) state = last.sheet.pausedNow ? 'paused' : 'running';
  if (last && last.sheet.how !== '') state = last.sheet.how === 'cancel' ? 'cancelled' : 'completed';
  let result = breached ? 'breached' : 'open';
  if (state === 'completed' && !breached) result = 'met';
  return {
    state,
    result,
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

function count(plan: Plan, sheet: Sheet, now: number, open: Open) {
  const { minutes } = plan.goals[sheet.goal]!;
  const end = sheet.closedAt ?? now;
  let changed = 0;
  sheet.notes.forEach(({ goal }, i) => {
    const next = sheet.notes[i + 1]?.goal ?? sheet.goal;
    if (next !== goal) changed = i + 1;
  });
  const counts = ({ ticking, goal, minute }: Note, i: number) => {
    const by = plan.goalChange === 'recompute' ? sheet.goal : goal;
    if (!ticking || (plan.goalChange === 'restart' && i < changed)) return false;
    return open(plan.goals[by]!.office, minute);
  };
  const marks = sheet.notes.filter(counts).map(({ minute }) => minute);
  const elapsed = marks.length;
  if (sheet.how === '' && !sheet.pausedNow) {
    for (let minute = now; minute < now + PATIENCE && marks.length <= minutes * 2; minute += 1) {
      if (open(plan.goals[sheet.goal]!.office, minute)) marks.push(minute);
    }
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
