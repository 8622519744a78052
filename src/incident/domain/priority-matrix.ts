import type { FieldValues } from '../../sla/domain/condition';

/** A select field whose options stand for levels, 1 the highest. */
export interface LevelField {
  /** Empty where nothing on the site stands for it: then no priority follows from it. */
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

const levelOf = ({ field, levels }: LevelField, values: FieldValues): number | undefined => {
  const option = values[field];
  return option ? levels[option] : undefined;
};
