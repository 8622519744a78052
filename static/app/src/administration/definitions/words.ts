import { phrase, series } from '@fettle/kernel/names';
import type { DefinitionDraft, TriggerDraft } from '@fettle/sla/domain/draft';
import type { Output } from '../../rpc/rpc';
import type { ChoiceOption } from '../../ui/choice';

export type Choices = Output<'definitionChoices'>;
export type State = DefinitionDraft['pause'][number];

/** A status name, and every status that has it: team-managed projects have their own. */
export interface StatusName {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Each name once, in the order of the site. */
function statusNames(statuses: Choices['statuses']): readonly StatusName[] {
  const names = [...new Set(statuses.map(({ name }) => name))];
  return names.map((name) => ({ name, ids: statuses.filter((status) => status.name === name).map(({ id }) => id) }));
}

export const statusOptions = (statuses: Choices['statuses']): readonly ChoiceOption[] =>
  statusNames(statuses).map(({ name }) => ({ value: name, label: name }));

/** The names that a list of ids stands for. */
export const namesOfStatuses = (ids: readonly string[], statuses: Choices['statuses']): readonly string[] => {
  const known = statusNames(statuses).filter((status) => status.ids.some((id) => ids.includes(id)));
  const gone = ids.filter((id) => !statuses.some((status) => status.id === id));
  return [...known.map(({ name }) => name), ...gone];
};

/** All ids that have one of the names. */
export const idsOfStatuses = (names: readonly string[], statuses: Choices['statuses']): string[] =>
  statusNames(statuses).flatMap(({ name, ids }) => (names.includes(name) ? ids : []));

const byWhom = { 'not-reporter': 'somebody else than the reporter', reporter: 'the reporter', anyone: 'anybody' };
const categories = { new: 'To do', indeterminate: 'In progress', done: 'Done' };

/** `its status becomes Resolved or Closed`. */
export function triggerWords(trigger: TriggerDraft, choices: Choices): string {
  switch (trigger.kind) {
    case 'created':
      return 'it is created';
    case 'comment':
      return `${byWhom[trigger.by]} comments publicly`;
    case 'enters-category':
      return `it is ${categories[trigger.category]}, whatever the status is called`;
    case 'enters':
      return phrase`its ${fieldName(trigger.field, choices).toLowerCase()} becomes ${valuesOf(trigger, choices)}`;
  }
}

/** `its status is Awaiting Vendor`. */
export const stateWords = (state: State, choices: Choices): string =>
  state.kind === 'jql'
    ? state.jql || '…'
    : `its status is ${either(namesOfStatuses(state.statuses, choices.statuses))}`;

function valuesOf({ field, values }: Extract<TriggerDraft, { kind: 'enters' }>, choices: Choices): string {
  if (field === 'status') return either(namesOfStatuses(values, choices.statuses));
  const named = values.map((value) => choices.priorities.find(({ id }) => field === 'priority' && id === value)?.name);
  const known = named.filter((name) => name !== undefined);
  return known.length === values.length ? either(known) : `one of ${values.length} values`;
}

const fieldName = (field: string, { choiceFields }: Choices): string =>
  ({ status: 'Status', priority: 'Priority' })[field] ?? choiceFields.find(({ id }) => id === field)?.name ?? field;

/** `A, B or C`. */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? series(words) || '…' : `${series(words.slice(0, -1))} or ${series(words.slice(-1))}`;

/** A definition in a sentence. */
export function sentenceOf(draft: DefinitionDraft, choices: Choices): string {
  const triggers = (of: readonly TriggerDraft[]) => either(of.map((trigger) => triggerWords(trigger, choices)));
  const states = (of: readonly State[]) => either(of.map((state) => stateWords(state, choices)));
  const parts = [
    `Starts when ${triggers(draft.start)}`,
    draft.pause.length ? `pauses while ${states(draft.pause)}` : '',
    `stops when ${triggers(draft.stop)}`,
    draft.cancel.length ? `is cancelled once ${states(draft.cancel)}` : '',
    draft.reset.length ? `starts over when ${triggers(draft.reset)}` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
