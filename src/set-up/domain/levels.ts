import type { Choices } from './choices';
import type { Mapping } from './mapping';
import { optionsOf } from './matching';
import type { FieldReading, Named, Option, SiteReading, StatusCategory } from './reading';

/** A level, 1 the highest; 0 for an option that stands for none. */
export type Level = 0 | 1 | 2 | 3;

const levels: readonly Level[] = [1, 2, 3];

type Levels = Readonly<Record<string, Level>>;

/** How each option of a field stands for a level: chosen, else as it did, else as is proposed in its context. */
export function levelsOf(field: FieldReading, chosen: Levels = {}, before: Levels = {}): Record<string, Level> {
  const proposed = field.contexts.flatMap(({ options }) => proposedFor(options));
  return { ...Object.fromEntries(proposed), ...only(optionsOf(field), { ...before, ...chosen }) };
}

/** By what their names say; by their place only where no name says anything. */
function proposedFor(options: readonly Option[]): readonly (readonly [string, Level])[] {
  const graded = options.filter(({ value }) => !saysNone(value));
  const read = [byWord, byNumber].find((way) => graded.some(({ value }) => way(value) !== undefined));
  const levelAt = (value: string, place: number) =>
    read ? (byWord(value) ?? read(value) ?? 0) : spread(place, graded.length);
  return options.map((option) => {
    const place = graded.indexOf(option);
    return [option.id, place < 0 ? 0 : levelAt(option.value, place)];
  });
}

/** What options are called that stand for a level; at the first that fits. */
const levelWords: readonly (readonly [Level, RegExp])[] = [
  [1, /\b(?:highest|high|critical|extensive|urgent)\b/i],
  [3, /\b(?:lowest|low|minor|localized|localised)\b/i],
  [2, /\b(?:medium|moderate|normal|major|significant)\b/i],
];

const byWord = (value: string): Level | undefined => levelWords.find(([, words]) => words.test(value))?.[0];

const byNumber = (value: string): Level | undefined =>
  levels.find((level) => level === Number(/^\s*p?([1-3])(?!\d)/i.exec(value)?.[1]));

const saysNone = (value: string): boolean =>
  /^\W*(?:none|n\/?a|not applicable|not set|unset|unknown|no (?:impact|urgency))?\W*$/i.test(value);

/** Four options are two of level 1, one of 2, one of 3: a level too high is noticed, one too low is not. */
const spread = (place: number, of: number): Level => levels[of < 3 ? place * 2 : Math.floor((place * 3) / of)] ?? 3;

const only = (options: readonly Option[], chosen: Readonly<Record<string, Level>>) =>
  Object.fromEntries(Object.entries(chosen).filter(([id]) => options.some((option) => option.id === id)));

/** The priorities of P1 to P5: as chosen, else as they were, else the site's from its highest on, the lowest for all that is beyond. */
export function prioritiesOf(
  { priorities }: SiteReading,
  { priorities: chosen }: Choices,
  before?: Mapping,
): readonly string[] {
  const ids = priorities.map(({ id }) => id);
  const known = [chosen, before?.priorities].find((one) => one?.every((id) => ids.includes(id)));
  return known ?? Array.from({ length: 5 }, (_, place) => ids[Math.min(place, ids.length - 1)] ?? '');
}

const waitingWords = /^(?:pending|awaiting|waiting|on hold|hold\b)/i;

/** The statuses in which clocks pause: as chosen, else as they were, else those whose names say that somebody waits. */
export function pausingStatuses(
  { statuses }: { readonly statuses: readonly (Named & { readonly category: StatusCategory })[] },
  { pausing }: Choices,
  before?: Mapping,
): readonly string[] {
  const known = pausing ?? before?.pausing;
  const paused = statuses.filter(({ id, name, category }) =>
    known ? known.includes(id) : category !== 'DONE' && waitingWords.test(name),
  );
  return paused.map(({ id }) => id);
}
