import { objectsIn, textIn } from '../body-reading';
import { isObject } from '../checks';
import type { ConditionGroup, WorkflowRule } from '../configuration/configuration';
import { needed, oneOf, textRecordIn } from '../fields/asked-fields';
import { isDeeper, type Json } from '../json';
import { refuse } from '../refusal';

/** Chosen here: how many groups of conditions may stand inside each other; a group is an object and a list. */
const DEEPEST = 20;

/** A rule as a call gives it; `id` is empty until it is kept. */
export const ruleIn = (body: Json, place: string): WorkflowRule => ({
  id: textIn(body, 'id', ''),
  ruleKey: needed(body, 'ruleKey', place),
  parameters: textRecordIn(body, 'parameters'),
});

export const rulesIn = (body: Json, name: string, place: string): readonly WorkflowRule[] =>
  objectsIn(body, name).map((rule, at) => ruleIn(rule, `${place}.${name}.[${at}]`));

const groupIn = (body: Json, place: string): ConditionGroup => ({
  operation: oneOf(['ALL', 'ANY'], needed(body, 'operation', place), `${place}.operation`),
  conditions: rulesIn(body, 'conditions', place),
  conditionGroups: objectsIn(body, 'conditionGroups').map((group) => groupIn(group, `${place}.conditionGroups`)),
});

export function conditionsIn(body: Json, place: string): ConditionGroup | undefined {
  if (body === undefined || body === null) return undefined;
  if (!isObject(body) || isDeeper(body, 2 * DEEPEST + 2)) throw refuse(400, `'${place}' is not a group of conditions.`);
  return groupIn(body, place);
}

/** Every condition of a group and of those in it. */
export const conditionsOf = (group: ConditionGroup | undefined): readonly WorkflowRule[] =>
  group === undefined ? [] : [...group.conditions, ...group.conditionGroups.flatMap(conditionsOf)];
