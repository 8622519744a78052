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

export interface Note {
  minute: number;
  ticking: boolean;
  goal: number;
}

export interface Sheet {
  notes: Note[];
  closedAt: number | null;
  how: 'stop' | 'cancel' | 'reset' | '';
  mayReopen: boolean;
  goal: number;
  pausedNow: boolean;
}

/** Keeps a sheet of notes for each cycle. */
export class Clerk {
  readonly sheets: Sheet[] = [];
  private readonly plan: Plan;
  private live: Sheet | null = null;
  private owed: boolean;
  private status = '';
  private oldStatus = '';
  private priority: string | null = null;
  private kind = '';
  private wasIn = false;

  constructor(plan: Plan) {
    this.plan = plan;
    this.owed = plan.startsAtCreation;
  }

  note(minute: number) {
    if (this.live) this.live.notes.push({ minute, ticking: !this.live.pausedNow, goal: this.live.goal });
  }

  hear(minute: number, today: Happening[]) {
    this.oldStatus = this.status;
    today.forEach((happening) => {
      this.take(happening);
    });
    const isIn = this.isIn();
    const spoken = heard(this.plan.stopComment, today);
    const stopNow = spoken || this.arrived(this.plan.stopStatuses);
    if (this.live) this.perhapsClose(this.live, minute, { isIn, spoken, stopNow });
    else if (isIn && spoken) this.owed = false;
    else if (isIn && !stopNow && !this.plan.stopStatuses.includes(this.status)) this.perhapsOpen(minute, today);
    this.readGoalAndPause(minute);
    this.wasIn = isIn;
  }

  private take({ status, kind, priority }: Happening) {
    this.status = status ?? this.status;
    this.kind = kind ?? this.kind;
    if (priority !== undefined) this.priority = priority;
  }

  private isIn(): boolean {
    const { scope, cancelStatuses } = this.plan;
    return (scope === null || this.kind === scope) && !cancelStatuses.includes(this.status);
  }

  private arrived(list: string[]): boolean {
    return list.includes(this.status) && !(this.wasIn && list.includes(this.oldStatus));
  }

  private goalNow(): number {
    const { priority } = this;
    return this.plan.goals.findIndex(({ priorities }) => !priorities || (priority && priorities.includes(priority)));
  }

  private perhapsClose(live: Sheet, minute: number, seen: { isIn: boolean; spoken: boolean; stopNow: boolean }) {
    const { startsAtCreation, resetStatuses } = this.plan;
    if (seen.stopNow) {
      this.close(live, minute, 'stop');
      live.mayReopen = !seen.spoken;
      if (live.goal < 0) this.owed = !seen.spoken && startsAtCreation;
    } else if (!seen.isIn) {
      this.close(live, minute, 'cancel');
      this.owed = startsAtCreation;
    } else if (this.arrived(resetStatuses)) {
      this.close(live, minute, 'reset');
      this.newSheet();
    }
  }

  private close(live: Sheet, minute: number, how: 'stop' | 'cancel' | 'reset') {
    const goal = this.goalNow();
    const mayJudge = how !== 'cancel' && this.plan.goalChange !== 'restart';
    if (mayJudge && live.goal >= 0 && goal >= 0) live.goal = goal;
    live.closedAt = minute;
    live.how = how;
    if (live.goal < 0) this.sheets.splice(this.sheets.indexOf(live), 1);
    this.live = null;
  }

  private perhapsOpen(minute: number, today: Happening[]) {
    const { reopening, countGap, startStatuses, startComment } = this.plan;
    const last = this.sheets.at(-1);
    const reopened = last?.mayReopen === true;
    if (last) last.mayReopen = false;
    const begins = this.owed || this.arrived(startStatuses) || heard(startComment, today);
    if (last && reopened && reopening === 'resume') this.again(last, minute, countGap);
    else if (begins || (reopened && reopening === 'new')) this.begin(last, minute);
  }

  private begin(last: Sheet | undefined, minute: number) {
    const { cycles } = this.plan;
    if (cycles === 'first' && this.sheets.some(({ how }) => how === 'stop')) return;
    if (cycles === 'cumulative' && last?.how === 'stop') this.again(last, minute, false);
    else this.newSheet();
  }

  private again(last: Sheet, minute: number, countGap: boolean) {
    for (let gap = last.closedAt!; gap < minute; gap += 1) {
      last.notes.push({ minute: gap, ticking: countGap, goal: last.goal });
    }
    last.closedAt = null;
    last.how = '';
    this.live = last;
    this.owed = false;
  }

  private newSheet() {
    this.live = { notes: [], closedAt: null, how: '', mayReopen: false, goal: -1, pausedNow: false };
    this.sheets.push(this.live);
    this.owed = false;
  }

  private readGoalAndPause(minute: number) {
    const goal = this.goalNow();
    if (this.live && goal < 0 && this.live.goal >= 0) {
      this.close(this.live, minute, 'cancel');
      this.newSheet();
    }
    const { live } = this;
    if (!live) return;
    if (live.goal < 0 && goal >= 0 && this.plan.goalChange !== 'recompute') live.notes = [];
    live.goal = goal;
    live.pausedNow = this.plan.pauses.some((list) => list.includes(this.status));
  }
}

function heard(by: By | null, today: Happening[]): boolean {
  const voices = today.flatMap(({ says }) => (says && !says.robot && !says.hidden ? [says.by] : []));
  if (by === null) return false;
  if (by === 'anyone') return voices.length > 0;
  return voices.some((voice) => (voice === 'rosa') === (by === 'reporter'));
}
