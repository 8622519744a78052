import type { Instant } from '../../kernel/time';
import type { FieldValues } from '../../sla/domain/condition';
import type { Change, Facts } from '../../sla/domain/facts';
import type { Grade, PriorityDecision, PriorityStanding } from '../../sla/domain/priority-standing';
import { latestValues } from '../../sla/domain/values';
import { derivedPriority, type LevelField, type PriorityRule } from './priority-matrix';

/** What is known of the priority beside the history. */
export interface PriorityKnown {
  /** When an escalation last set it. */
  readonly escalatedAt?: Instant | undefined;
  readonly decision?: PriorityDecision | undefined;
}

type Away = Extract<PriorityStanding, { state: 'overridden' | 'escalated' }>;

/**
 * How the priority stands. What a person or an escalation set after impact and urgency last changed holds; what a person
 * set in one edit with them does not, nor what was lifted. The app's own edit by the matrix holds nothing back: it may
 * have been made before the last change was heard of, and so stand after it.
 */
export function priorityStanding(rule: PriorityRule, facts: Facts, known: PriorityKnown = {}): PriorityStanding {
  const values = latestValues(facts);
  const priority = values.priority ?? null;
  const graded = { priority, impact: gradeOf(rule.impact, values), urgency: gradeOf(rule.urgency, values) };
  const matrix = derivedPriority(rule, values);
  if (!matrix) return { ...graded, state: 'unset' };
  if (matrix === priority) return { ...graded, state: 'derived', matrix };

  const away = { ...graded, matrix, direction: directionOf(rule, matrix, priority) };
  const held = [overridden(away, facts, known), escalated(away, known)]
    .filter((one) => one !== undefined && one.at > gradedAt(rule, facts))
    .sort((a, b) => (b?.at ?? 0) - (a?.at ?? 0));
  return held[0] ?? { ...graded, state: 'owed', matrix };
}

/** The priority that the app owes the issue now. */
export function priorityOwed(rule: PriorityRule, facts: Facts, known: PriorityKnown = {}): string | undefined {
  const standing = priorityStanding(rule, facts, known);
  return standing.state === 'owed' ? standing.matrix : undefined;
}

/**
 * The priority that a person had set when the app, which had not heard of it, set that of the matrix; `before` is what
 * was known until now.
 */
export function priorityGivenBack(
  rule: PriorityRule,
  before: Facts,
  facts: Facts,
  { escalatedAt, decision }: PriorityKnown,
): string | undefined {
  const set = facts.changes.findLast((one) => one.by !== null && touches(one, ['priority']));
  if (!set || before.changes.some(({ at }) => at === set.at)) return undefined;
  const isOver = set.at <= Math.max(gradedAt(rule, facts), escalatedAt ?? 0) || isLifted(set, decision);
  const own = before.changes.find((one) => one.by === null && one.at > set.at && touches(one, ['priority']));
  const now = latestValues(facts).priority ?? null;
  if (isOver || !own || priorityAfter(own) !== now) return undefined;
  const wanted = priorityAfter(set);
  return wanted === null || wanted === now ? undefined : wanted;
}

const priorityAfter = ({ items }: Change): string | null =>
  items.findLast(({ field }) => field === 'priority')?.to ?? null;

const isLifted = ({ at }: Change, decision: PriorityDecision | undefined): boolean =>
  decision?.lifted === true && decision.of >= at;

type Standing = Omit<Away, 'state' | 'at'>;

function overridden(away: Standing, { changes }: Facts, { decision }: PriorityKnown): Away | undefined {
  const change = changes.findLast((one) => one.by !== null && touches(one, ['priority']));
  if (!change || change.by === null) return undefined;
  if (isLifted(change, decision)) return undefined;
  const said = decision?.of === change.at && decision.reason !== undefined ? { reason: decision.reason } : {};
  return { ...away, state: 'overridden', at: change.at, by: change.by, ...said };
}

const escalated = (away: Standing, { escalatedAt }: PriorityKnown): Away | undefined =>
  escalatedAt === undefined ? undefined : { ...away, state: 'escalated', at: escalatedAt };

/** When impact or urgency last changed. */
const gradedAt = ({ impact, urgency }: PriorityRule, { changes, created }: Facts): Instant =>
  changes.findLast((change) => touches(change, [impact.field, urgency.field]))?.at ?? created.at;

const touches = ({ items }: Change, fields: readonly string[]): boolean =>
  items.some(({ field }) => fields.includes(field));

function gradeOf({ field, levels }: LevelField, values: FieldValues): Grade {
  const value = values[field] ?? null;
  return { field, value, ...(value !== null && !levels[value] && { unranked: true }) };
}

function directionOf({ priorities }: PriorityRule, matrix: string, priority: string | null): Away['direction'] {
  const [wanted, now] = [priorities.indexOf(matrix), priorities.indexOf(priority ?? '')];
  if (wanted < 0 || now < 0) return 'set';
  return now < wanted ? 'raised' : 'lowered';
}
