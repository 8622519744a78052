import type { Condition } from './domain/condition';
import type { Definition, Trigger } from './domain/definition';
import type { ConditionDraft, DefinitionDraft, TriggerDraft } from './domain/draft';

/** The draft of a definition that was stored without one: it compiles to the same conditions. */
export function derivedDraft(definition: Definition): DefinitionDraft {
  const { name, scope, start, stop, reset, pause, cancel, goals, thresholds } = definition;
  const { cyclePolicy, reopenPolicy, countGap, goalChangePolicy } = definition;
  return {
    ...{ name, cyclePolicy, reopenPolicy, countGap, goalChangePolicy },
    scope: jqlOf(scope),
    start: start.map(triggerDraft),
    stop: stop.map(triggerDraft),
    reset: reset.map(triggerDraft),
    pause: pause.map(({ condition }) => stateDraft(condition)),
    cancel: cancel.map(stateDraft),
    goals: goals.map(({ condition: _, ...goal }) => goal),
    thresholds: thresholds.map(({ level, share, actions }) => ({ level, share, actions: [...actions] })),
  };
}

function triggerDraft(trigger: Trigger): TriggerDraft {
  if (trigger.kind !== 'enters') return { ...trigger };
  const { category, field, values } = trigger;
  return category ? { kind: 'enters-category', category } : { kind: 'enters', field, values: [...values] };
}

const stateDraft = (condition: Condition): ConditionDraft =>
  condition.op === 'in' && condition.field === 'status'
    ? { kind: 'in-status', statuses: [...condition.values] }
    : { kind: 'jql', jql: jqlOf(condition) };

/** A condition as JQL, by ids. */
function jqlOf(condition: Condition): string {
  switch (condition.op) {
    case 'all':
    case 'any':
      return joined(condition.of.map(jqlOf), condition.op === 'all' ? ' AND ' : ' OR ');
    case 'not':
      return `NOT (${jqlOf(condition.of)})`;
    case 'in':
      return `${clauseName(condition.field)} in (${condition.values.join(', ')})`;
    case 'empty':
      return `${clauseName(condition.field)} is EMPTY`;
  }
}

const joined = (parts: readonly string[], word: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(word);

const clauseName = (field: string): string => field.replace(/^customfield_(\d+)$/, 'cf[$1]');
