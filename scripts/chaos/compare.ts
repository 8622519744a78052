import { createHash } from 'node:crypto';
import type { CommentTold, FinalState, PartName } from './final-state';
import { type ListedClock, outrunClocks, withoutEnds } from './outrun';
import { mapped } from './pieces';

/** A mail about an issue, by what tells it from others. */
export interface ListedMail {
  readonly issueKey: string;
  readonly subject: string;
}

export interface Difference {
  readonly part: PartName;
  /** Issue key, or what else tells the piece. */
  readonly about: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** Mails of which the app does not know whether they went out, and says so. */
  readonly doubtful: readonly ListedMail[];
  /** Warnings that only one of the runs sent: in the other they came too late to be news. */
  readonly late: readonly ListedMail[];
  /** Clocks that ended on the other side of the app's own edit of the priority: another history, and another goal. */
  readonly outrun: readonly ListedClock[];
  /** Mails that came twice, word for word, to whomever. */
  readonly doubled: readonly ListedMail[];
  /** Of both states, in one word each; the same when nothing differs. */
  readonly hashes: { readonly expected: string; readonly found: string };
}

/**
 * Holds a run's state against that of the run without faults. Mails in doubt, late ones and clocks that were outrun are listed
 * and left out of both.
 */
export function compare(expected: FinalState, found: FinalState): Compared {
  const doubtful = stepsOf(found, (state) => state === 'doubtful');
  const outrun = outrunClocks(expected, found);
  const late = lateSteps(expected, found);
  const unlike = [...late, ...stepsOfClocks(outrun, expected), ...stepsOfClocks(outrun, found)];
  const [one, other] = [expected, found].map((state) => {
    const { timing: _, ...compared } = withoutMails(withoutSteps(withoutEnds(state, outrun), unlike), doubtful);
    return compared;
  }) as [Omit<FinalState, 'timing'>, Omit<FinalState, 'timing'>];
  return {
    differences: (Object.keys(one) as PartName[]).flatMap((part) => differencesIn(part, one[part], other[part])),
    doubtful: doubtful.map(mailOf),
    late: late.map(mailOf),
    outrun,
    doubled: doubledMails(found),
    hashes: { expected: stateHash(one), found: stateHash(other) },
  };
}

const mailOf = ({ issueKey, subject }: EscalationStep): ListedMail => ({ issueKey, subject });

/** A state in one word. */
export const stateHash = (state: Partial<FinalState>): string =>
  createHash('sha256').update(text(state)).digest('hex').slice(0, 16);

/** JSON whose keys are in order. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

type Pieces = Readonly<Record<string, unknown>>;

const differencesIn = (part: PartName, expected: Pieces, found: Pieces): readonly Difference[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .map((about) => ({ part, about, expected: expected[about] ?? null, found: found[about] ?? null }))
    .filter((one) => text(one.expected) !== text(one.found));

/** A step of an escalation, with the mail that it would send and the beginnings of what is said of it elsewhere. */
interface EscalationStep extends ListedMail {
  readonly key: string;
  readonly level: string;
  /** In the audit trail. */
  readonly reason: string;
  /** In a comment; absent for a threshold that nothing is said of there. */
  readonly comment?: string;
}

/** `/time-to-resolution/1/breached/1` is the second action of that threshold in the first cycle. */
const actionKey = /^\/(.+)\/(\d+)\/([^/]+)\/(\d+)$/;

function stepsOf({ clocks, settings }: FinalState, holds: (state: string) => boolean): readonly EscalationStep[] {
  const { definitions = [] } = (settings.configuration ?? {}) as { definitions?: readonly Named[] };
  const names = new Map(definitions.map(({ id, name }) => [id, name]));
  return Object.entries(clocks).flatMap(([issueKey, { escalations }]) =>
    Object.entries(escalations).flatMap(([key, state]) => {
      const [, definition = '', cycle, level = ''] = actionKey.exec(key) ?? [];
      const name = names.get(definition) ?? definition;
      const about = `${issueKey}: ${name}`;
      const told =
        level === 'breached' ? { comment: `${about} was breached`, subject: `${about} breached` } : undefined;
      const step = { issueKey, key, level, subject: `${about} at risk`, reason: `${name}, cycle ${cycle}: ${level}` };
      return holds(state) ? [{ ...step, ...told }] : [];
    }),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly slot: number;
}

/** What became of the escalations of these clocks. */
function stepsOfClocks(clocks: readonly ListedClock[], state: FinalState): readonly EscalationStep[] {
  const { definitions = [] } = (state.settings.configuration ?? {}) as { definitions?: readonly Named[] };
  const idOf = (slot: string) => definitions.find((definition) => String(definition.slot) === slot)?.id;
  const isOf = ({ issueKey, key }: EscalationStep) =>
    clocks.some((clock) => clock.issueKey === issueKey && key.startsWith(`/${idOf(clock.slot)}/`));
  return stepsOf(state, () => true).filter(isOf);
}

/**
 * Warnings that came too late in one of the runs: the app says so, or the clock had ended before, after which only a breach is
 * told.
 */
function lateSteps(expected: FinalState, found: FinalState): readonly EscalationStep[] {
  const isLate = (state: string | undefined): boolean =>
    state === undefined || state === 'overtaken' || state === 'old';
  const stateIn = ({ clocks }: FinalState, { issueKey, key }: EscalationStep) => clocks[issueKey]?.escalations[key];
  const warned = [expected, found].flatMap((state) =>
    stepsOf(state, () => true).filter(({ level }) => level !== '' && level !== 'breached'),
  );
  const byKey = new Map(warned.map((step) => [`${step.issueKey} ${step.key}`, step]));
  return [...byKey.values()].filter((step) => isLate(stateIn(expected, step)) !== isLate(stateIn(found, step)));
}

/** The state without what became of these steps: in the record, in the trail, in comments and in the mailbox. */
function withoutSteps(state: FinalState, steps: readonly EscalationStep[]): FinalState {
  if (steps.length === 0) return state;
  const of = (about: string) => steps.filter(({ issueKey }) => issueKey === about);
  const clocks = mapped(state.clocks, (about, { escalations, ...rest }) => ({
    ...rest,
    escalations: without(
      escalations,
      of(about).map(({ key }) => key),
    ),
  }));
  const audit = mapped(state.audit, (about, chain) =>
    chain.filter(({ reason }) => !of(about).some((step) => reason.startsWith(step.reason))),
  );
  const comments = mapped(state.comments, (about, { people, app }) => ({
    people,
    app: app.filter(
      (comment) => !of(about).some((step) => step.comment && plainText(comment).startsWith(step.comment)),
    ),
  }));
  return withoutMails({ ...state, clocks, comments, audit: filled(audit) }, steps);
}

/** What a comment of the app says: one paragraph of one text. */
const plainText = ({ body }: CommentTold): string => (body as Paragraph).content[0]?.content[0]?.text ?? '';

interface Paragraph {
  readonly content: readonly { readonly content: readonly { readonly text: string }[] }[];
}

const without = <Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

const filled = <Item>(part: Readonly<Record<string, readonly Item[]>>) =>
  Object.fromEntries(Object.entries(part).filter(([, items]) => items.length > 0));

/** The state as if each of these mails had been sent, and nobody looked. */
function withoutMails(state: FinalState, mails: readonly ListedMail[]): FinalState {
  if (mails.length === 0) return state;
  const listed = new Set(mails.map(({ subject }) => subject));
  const mailbox = mapped(state.mailbox, (_about, all) => all.filter(({ subject }) => !listed.has(subject)));
  return { ...state, mailbox: filled(mailbox), clocks: asIfDone(state.clocks), audit: asIfDone(state.audit) };
}

const asIfDone = <Part>(part: Part): Part =>
  JSON.parse(JSON.stringify(part, (_key, value) => (typeof value === 'string' ? doneFor(value) : value)));

const doneFor = (value: string): string =>
  value === 'doubtful' ? 'done' : value === 'escalation.mail.doubtful' ? 'escalation.mail.done' : value;

function doubledMails({ mailbox }: FinalState): readonly ListedMail[] {
  return Object.entries(mailbox).flatMap(([issueKey, mails]) => {
    const texts = mails.map((mail) => `${mail.subject} ${mail.text}`);
    return mails.filter((_, i) => texts.indexOf(texts[i] as string) < i).map(({ subject }) => ({ issueKey, subject }));
  });
}
