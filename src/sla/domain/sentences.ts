import { phrase, series } from '../../kernel/names';
import type { Duration, Instant } from '../../kernel/time';
import type { Cycle, Segment } from './clock';
import type { Definition } from './definition';
import { inWholeSeconds, toTheSecond } from './duration-words';
import { because } from './marks';
import type { Names } from './names';
import { goalFor } from './roles';
import type { Moment } from './timeline';
import { versionsOver } from './versions';

/** A line of the explanation. `elapsed` is what it adds to the figure shown, in whole seconds, and is printed in it. */
export interface Sentence {
  readonly at: Instant;
  readonly text: string;
  readonly elapsed: Duration;
}

/** What the sentences of a cycle are told from. */
export interface Telling {
  readonly definition: Definition;
  readonly life: readonly Moment[];
  readonly names: Names;
}

const NOTHING = 0 as Duration;

/** A cycle in sentences, in order of time; what they add up to is its elapsed time in whole seconds. */
export function sentencesOf(cycle: Cycle, telling: Telling): readonly Sentence[] {
  const shares = inWholeSeconds(cycle.segments.map(({ elapsed }) => elapsed));
  const lines = [
    started(cycle, telling),
    ...goalChanges(cycle, telling),
    ...edited(cycle, telling),
    ...cycle.segments.map((segment, i) => told({ ...segment, elapsed: shares[i] ?? NOTHING }, cycle, telling)),
    ...breached(cycle, telling),
    ...ended(cycle, telling),
  ];
  return lines.sort((a, b) => a.at - b.at);
}

const plain = (at: Instant, text: string): Sentence => ({ at, text, elapsed: NOTHING });

const momentAt = ({ life }: Telling, at: Instant): Moment | undefined => life.find((moment) => moment.at === at);

const causeAt = (telling: Telling, at: Instant): string | undefined =>
  because(momentAt(telling, at), telling.definition, telling.names);

function started({ startedAt }: Cycle, telling: Telling): Sentence {
  const isBirth = telling.life[0]?.at === startedAt;
  const cause = isBirth ? 'the issue was created' : causeAt(telling, startedAt);
  return plain(startedAt, `Started ${telling.names.when(startedAt)}${cause ? ` because ${cause}` : ''}`);
}

function told(segment: Segment, cycle: Cycle, telling: Telling): Sentence {
  const { from, to, kind, reasons, elapsed, setAside } = segment;
  const { when, span } = telling.names;
  const worked = `${toTheSecond(elapsed)} of working time`;
  if (kind === 'pause') {
    const isOver = to !== cycle.segments.at(-1)?.to || cycle.stoppedAt !== null;
    const cause = causeAt(telling, from) ?? series(reasons, ' and ');
    return plain(from, `Paused ${when(from)} because ${cause}${isOver ? `, until ${when(to)}` : ''}`);
  }
  if (kind === 'gap') return plain(from, `${closed(segment, telling)}; not counted`);
  if (setAside) return plain(from, `Ran ${span(from, to)}, set aside when the goal changed`);
  const text = reasons.length > 0 ? `${closed(segment, telling)}; counted` : `Ran ${span(from, to)}`;
  return { at: from, text: `${text}: ${worked}`, elapsed };
}

function closed({ from, to }: Segment, telling: Telling): string {
  const reopened = causeAt(telling, to);
  const cause = causeAt(telling, from);
  const reasons = [cause && `because ${cause}`, reopened && `reopened because ${reopened}`].filter(Boolean);
  return `Closed ${telling.names.span(from, to)}${reasons.length > 0 ? ` ${reasons.join(', ')}` : ''}`;
}

const outcomes: Readonly<Record<Definition['goalChangePolicy'], string>> = {
  carry: 'what had run is kept',
  recompute: 'the cycle is measured again from its start',
  restart: 'the measure starts again',
};

function goalChanges(cycle: Cycle, telling: Telling): readonly Sentence[] {
  const { definition, life, names } = telling;
  const sentences: Sentence[] = [];
  const versions = versionsOver(definition, cycle.version);
  let last: string | undefined;
  for (const { at, values } of life) {
    if (!isWithin(cycle, at)) continue;
    const goal = goalFor(versions.at(at).goals, values)?.goal.name;
    const cause = causeAt(telling, at);
    const text = `${otherGoal(goal, last)} from ${names.when(at)}${cause ? ` because ${cause}` : ''}`;
    if (last && goal && goal !== last) sentences.push(plain(at, `${text}; ${outcomes[definition.goalChangePolicy]}`));
    last = goal ?? last;
  }
  return sentences;
}

const otherGoal = (goal = '', last = ''): string => phrase`Goal ${goal} instead of ${last}`;

/** The edits of the definition that a cycle under way went along with. */
function edited({ startedAt, stoppedAt, version }: Cycle, { definition, names }: Telling): readonly Sentence[] {
  return versionsOver(definition, version)
    .edits.filter(({ from }) => from > startedAt && (stoppedAt === null || from <= stoppedAt))
    .map(({ definition: { version: number }, from }) =>
      plain(
        from as Instant,
        `The definition was edited ${names.when(from as Instant)}; version ${number} from then on`,
      ),
    );
}

/** A goal that changes while the cycle is closed is not its goal. */
const isWithin = ({ startedAt, stoppedAt, segments }: Cycle, at: Instant): boolean =>
  at >= startedAt &&
  (stoppedAt === null || at <= stoppedAt) &&
  !segments.some(({ kind, reasons, from, to }) => isClosed(kind, reasons) && from < at && at < to);

const isClosed = (kind: Segment['kind'], reasons: readonly string[]): boolean =>
  kind === 'gap' || (kind === 'run' && reasons.length > 0);

const breached = ({ breachedAt }: Cycle, { names }: Telling): readonly Sentence[] =>
  breachedAt === null ? [] : [plain(breachedAt, `Breached ${names.when(breachedAt)}`)];

function ended({ stoppedAt, cancelled }: Cycle, telling: Telling): readonly Sentence[] {
  if (stoppedAt === null) return [];
  const cause = causeAt(telling, stoppedAt);
  const word = cancelled ? 'Cancelled' : 'Stopped';
  return [plain(stoppedAt, `${word} ${telling.names.when(stoppedAt)}${cause ? ` because ${cause}` : ''}`)];
}
