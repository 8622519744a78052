import { hasControls, isSeen } from '../kernel/names';
import { hours } from '../kernel/time';
import type { Problem } from '../rpc/contract';
import type { DefinitionDraft } from './domain/draft';

/** A year, a leap one: no target may be longer. */
const longest = hours(24 * 366);

/** All questions of a site are asked in one call, for every issue. */
export const mostQuestions = 20;

/** What a draft may not clash with. */
export interface Beside {
  readonly calendarIds: readonly string[];
  /** Of the other definitions. */
  readonly names: readonly string[];
}

/** Everything that is wrong with a draft beside the words in it. */
export const draftProblems = (draft: DefinitionDraft, beside: Beside): readonly Problem[] => [
  ...emptiness(draft),
  ...(beside.names.some((name) => alike(name, draft.name)) ? [{ place: 'name', code: 'name-taken' }] : []),
  ...draft.goals.flatMap((goal, i) => goalProblems(goal, `goals[${i}]`, beside)),
  ...repeated(
    draft.goals.map(({ name }) => name),
    (i) => `goals[${i}].name`,
  ),
  ...repeated(
    draft.goals.map(({ jql }) => jql),
    (i) => `goals[${i}].jql`,
  ),
  ...repeated(
    draft.thresholds.map(({ level }) => level),
    (i) => `thresholds[${i}].level`,
  ),
  ...draft.thresholds.flatMap(({ level }, i) => nameProblems(level, `thresholds[${i}].level`)),
  ...draft.thresholds.flatMap(({ share }, i) =>
    share > 0 && share <= 5 ? [] : [{ place: `thresholds[${i}].share`, code: 'share-out-of-range' }],
  ),
];

/** What a draft may be meant otherwise by. */
export function draftWarnings({ goals, pause, stop }: DefinitionDraft): readonly Problem[] {
  const rest = goals.findIndex(({ jql }) => !jql.trim());
  const unreachable = rest < 0 ? [] : goals.flatMap((_, i) => (i > rest ? [i] : []));
  const stopping = stop.flatMap((trigger) =>
    trigger.kind === 'enters' && trigger.field === 'status' ? trigger.values : [],
  );
  const pausing = pause.flatMap((state, i) =>
    state.kind === 'in-status' && state.statuses.some((status) => stopping.includes(status)) ? [i] : [],
  );
  return [
    ...unreachable.map((i) => ({ place: `goals[${i}]`, code: 'unreachable', with: `goals[${rest}]` })),
    ...pausing.map((i) => ({ place: `pause[${i}]`, code: 'pauses-when-stopped' })),
    ...(rest < 0 ? [{ place: 'goals', code: 'no-catch-all' }] : []),
  ];
}

const emptiness = (draft: DefinitionDraft): readonly Problem[] => [
  ...nameProblems(draft.name, 'name'),
  ...(['start', 'stop', 'goals'] as const).flatMap((place) => (draft[place].length ? [] : [{ place, code: 'empty' }])),
];

function nameProblems(name: string, place: string): readonly Problem[] {
  if (!isSeen(name)) return [{ place, code: 'empty' }];
  return hasControls(name.trim()) ? [{ place, code: 'control-characters' }] : [];
}

function goalProblems(
  { name, target, calendarId }: DefinitionDraft['goals'][number],
  place: string,
  { calendarIds }: Beside,
): readonly Problem[] {
  const problems = [...nameProblems(name, `${place}.name`)];
  if (!calendarIds.includes(calendarId)) problems.push({ place: `${place}.calendarId`, code: 'no-calendar' });
  if (!(target > 0)) problems.push({ place: `${place}.target`, code: 'target-not-positive' });
  if (target > longest) problems.push({ place: `${place}.target`, code: 'target-too-long' });
  return problems;
}

const alike = (a: string, b: string): boolean => normal(a) === normal(b);
const normal = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Every text that is there before, with the place of the first. */
function repeated(texts: readonly string[], place: (i: number) => string): readonly Problem[] {
  return texts.flatMap((text, i) => {
    const first = texts.findIndex((other) => alike(other, text));
    return first < i ? [{ place: place(i), code: 'duplicate', with: place(first) }] : [];
  });
}

/** The questions to Jira with which a draft, beside the other definitions, has too many. */
export function questionProblems(
  asked: readonly { readonly field: string; readonly place: string }[],
  others: readonly string[],
): readonly Problem[] {
  const known = new Set(others);
  return asked.flatMap(({ field, place }) => {
    known.add(field);
    return known.size > mostQuestions ? [{ place, code: 'too-many-questions', with: String(mostQuestions) }] : [];
  });
}
