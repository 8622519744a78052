import { isolated, phrase } from '../../kernel/names';
import type { Duration, Instant } from '../../kernel/time';
import type { Clock, Cycle } from './clock';
import type { Definition } from './definition';
import { toTheSecond, wholeSeconds } from './duration-words';
import type { Facts } from './facts';
import { type Mark, marksOf } from './marks';
import type { Names } from './names';
import { pausesIn } from './roles';
import type { Calendars } from './segments';
import { type Sentence, sentencesOf, type Telling } from './sentences';
import { summaryOf } from './summary';
import { moments } from './timeline';
import { versionOf } from './versions';

/** Why a clock shows what it shows, in words that are ready to read or to copy. */
export interface Explanation {
  readonly summary: string;
  /** `Time to resolution, version 3`. */
  readonly definition: string;
  readonly cycles: readonly CycleExplanation[];
  readonly marks: readonly Mark[];
}

export interface CycleExplanation {
  readonly number: number;
  readonly goal: string;
  readonly alsoMatching: readonly string[];
  readonly calendar: string;
  readonly target: Duration;
  /** What the sentences add up to, in whole seconds. */
  readonly elapsed: Duration;
  readonly sentences: readonly Sentence[];
}

/** A clock as replayed at `now`, and what it was replayed from. */
export interface Explained {
  readonly facts: Facts;
  readonly definition: Definition;
  readonly clock: Clock;
  readonly calendars: Calendars;
  readonly now: Instant;
  readonly names: Names;
}

export function explain({ facts, definition, clock, calendars, now, names }: Explained): Explanation {
  const life = moments(facts, now);
  const telling = { definition, life, names };
  const calendarId = clock.cycles.at(-1)?.calendarId;
  const pauses = pausesIn(versionOf(definition, clock.cycles.at(-1)?.version), life.at(-1)?.values ?? {});
  return {
    summary: calendarId ? summaryOf({ clock, time: calendars(calendarId), pauses, now, names }) : 'not started',
    definition: phrase`${definition.name}, version ${definition.version}`,
    cycles: clock.cycles.map((cycle) => explained(cycle, telling)),
    marks: marksOf(facts, definition, now, names),
  };
}

/** The explanation for the clipboard. */
export const asText = ({ summary, definition, cycles }: Explanation): string =>
  [`${definition}: ${summary}`, ...cycles.flatMap(cycleText)].join('\n');

function explained(cycle: Cycle, telling: Telling): CycleExplanation {
  const { definition, names } = telling;
  const { goals } = versionOf(definition, cycle.version);
  const nameOf = (id: string) => isolated(goals.find((goal) => goal.id === id)?.name ?? id);
  const { number, target } = cycle;
  return {
    number,
    goal: nameOf(cycle.goalId),
    alsoMatching: cycle.goalsAlsoMatching.map(nameOf),
    calendar: names.calendar(cycle.calendarId),
    target,
    elapsed: wholeSeconds(cycle.elapsed),
    sentences: sentencesOf(cycle, telling),
  };
}

function cycleText({ number, goal, alsoMatching, calendar, target, elapsed, sentences }: CycleExplanation) {
  const others = alsoMatching.length > 0 ? [`Would also have matched: ${alsoMatching.join(', ')}`] : [];
  return [
    '',
    `Cycle ${number}: ${toTheSecond(elapsed)} of ${toTheSecond(target)}`,
    `Goal ${goal}, ${toTheSecond(target)} by ${calendar}`,
    ...others,
    ...sentences.map(({ text }) => `- ${text}`),
  ];
}
