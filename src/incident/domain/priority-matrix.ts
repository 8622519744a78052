import type { Instant } from '../../kernel/time';
import type { FieldValues } from '../../sla/domain/condition';
import type { Change, Facts } from '../../sla/domain/facts';
import { latestValues } from '../../sla/domain/values';

/** A select field whose options stand for levels, 1 the highest. */
export interface LevelField {
  readonly field: string;
  /** Option id to level. */
  readonly levels: Readonly<Record<string, number>>;
}

/** Priority as ITIL derives it: impact by urgency. */
export interface PriorityRule {
  readonly impact: LevelField;
  readonly urgency: LevelField;
  /** Rows by impact, columns by urgency, both from 1: the priority's level. */
  readonly matrix: readonly (readonly number[])[];
  /** Jira's priority ids from P1 on. */
  readonly priorities: readonly string[];
}

/** ServiceNow's and ITIL's three by three. */
export const defaultMatrix = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
] as const;

/** The id of the priority that the matrix gives; undefined while impact or urgency is not set. */
export function derivedPriority(rule: PriorityRule, values: FieldValues): string | undefined {
  const impact = levelOf(rule.impact, values);
  const urgency = levelOf(rule.urgency, values);
  if (!impact || !urgency) return undefined;
  const level = rule.matrix[impact - 1]?.[urgency - 1];
  return level === undefined ? undefined : rule.priorities[level - 1];
}

/**
 * The priority that the app owes the issue now; undefined when it is right already, or when a person or an escalation
 * set it after impact and urgency last changed. The app's own edit by the matrix holds nothing back: it may have been
 * made before the last change was heard of, and so stand after it.
 */
export function priorityOwed(rule: PriorityRule, facts: Facts, escalatedAt?: Instant): string | undefined {
  const values = latestValues(facts);
  const wanted = derivedPriority(rule, values);
  if (!wanted || wanted === values.priority) return undefined;
  const lastOf = (fields: readonly string[], by: (change: Change) => boolean = () => true) =>
    facts.changes.findLast((change) => by(change) && change.items.some(({ field }) => fields.includes(field)))?.at ??
    facts.created.at;
  const overridden = Math.max(
    lastOf(['priority'], ({ by }) => by !== null),
    escalatedAt ?? 0,
  );
  return overridden > lastOf([rule.impact.field, rule.urgency.field]) ? undefined : wanted;
}

const levelOf = ({ field, levels }: LevelField, values: FieldValues): number | undefined => {
  const option = values[field];
  return option ? levels[option] : undefined;
};
