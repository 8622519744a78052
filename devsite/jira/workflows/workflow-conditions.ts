import { NotSimulated } from '../../simulators/simulator';
import type { WorkflowRule } from '../configuration/configuration';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { listed, type Moving, stepsOf, toldField } from './workflow-moving';

type Parameters = WorkflowRule['parameters'];
type Holds = (moving: Moving, parameters: Parameters) => boolean;

type Order = (one: number | string, other: number | string) => boolean;

const orders: Readonly<Record<string, Order>> = {
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
};

/** Whether two values stand to each other as a comparator of Jira's rules says. */
export function compares(one: number | string, comparator: string, other: number | string): boolean {
  const order = Object.hasOwn(orders, comparator) ? orders[comparator] : undefined;
  if (!order) throw new NotSimulated(`the comparator ${comparator} of a workflow rule`);
  return order(one, other);
}

const readings: Readonly<Record<string, (text: string) => number | string>> = {
  STRING: (text) => text,
  OPTIONID: (text) => text,
  NUMBER: Number,
  DATE: Date.parse,
  DATE_WITHOUT_TIME: (text) => text.slice(0, 10),
};

function valuesIn(text: string): readonly string[] {
  try {
    const json: Json = JSON.parse(text);
    return Array.isArray(json) ? json.map(String) : [String(json)];
  } catch {
    return [text];
  }
}

const checkField: Holds = (
  { world, issue },
  { fieldId = '', fieldValue = '', comparator = '=', comparisonType = '' },
) => {
  const read = readings[comparisonType];
  if (!read) throw new NotSimulated(`the comparison ${comparisonType} of a workflow rule`);
  const { id, text } = toldField(world, issue, fieldId);
  const value = comparisonType === 'OPTIONID' ? id : text;
  if (value === null) return comparator === '!=';
  const results = valuesIn(fieldValue).map((wanted) => compares(read(value), comparator, read(wanted)));
  return comparator === '!=' ? results.every(Boolean) : results.some(Boolean);
};

type Claim = (moving: Moving, member: string) => boolean;

const isMember = ({ world, caller }: Moving, group: string | null | undefined): boolean =>
  world.setup.groups.get(group ?? '')?.members.has(caller.accountId) ?? false;

const claims: Readonly<Record<string, Claim>> = {
  accountIds: ({ issue: { row }, caller }, member) =>
    member === caller.accountId ||
    (member === 'allow-assignee' && row.assignee === caller.accountId) ||
    (member === 'allow-reporter' && row.reporter === caller.accountId),
  roleIds: (moving, member) => {
    const { world, issue, caller } = moving;
    const actors = world.setup.projects.get(issue.row.project_id)?.roles ?? [];
    return actors.some(
      (actor) =>
        String(actor.roleId) === member && (actor.accountId === caller.accountId || isMember(moving, actor.groupName)),
    );
  },
  groupIds: ({ world, caller }, member) =>
    [...world.setup.groups.values()].some(({ id, members }) => id === member && members.has(caller.accountId)),
  permissionKeys: ({ world, issue, caller }, member) => may(world, caller.accountId, member, issue.row),
  groupCustomFields: (moving, member) => isMember(moving, moving.issue.custom[member]),
  allowUserCustomFields: ({ issue, caller }, member) => issue.custom[member] === caller.accountId,
};

/** Holds when any claim does; a person whom a field denies has none. */
const restrict: Holds = (moving, parameters) => {
  const denied = listed(parameters.denyUserCustomFields);
  if (denied.some((id) => moving.issue.custom[id] === moving.caller.accountId)) return false;
  const asked = Object.entries(claims).flatMap(([name, claim]) =>
    listed(parameters[name]).map((member) => () => claim(moving, member)),
  );
  return asked.length === 0 ? denied.length > 0 : asked.some((holds) => holds());
};

/** Whether an issue was in one of some statuses before. */
export const wasIn: Holds = ({ world, issue }, parameters) => {
  const isOn = (name: string) => parameters[name] === 'true';
  const steps = stepsOf(world, issue).filter(({ from, to }) => !isOn('ignoreLoopTransitions') || from !== to);
  const all = isOn('mostRecentStatusOnly') ? steps.slice(-1) : steps;
  const visited = all.map(({ from }) => from);
  if (isOn('includeCurrentStatus')) visited.push(String(issue.row.status_id));
  return listed(parameters.previousStatusIds).some((id) => visited.includes(id));
};

/** Jira's own conditions: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ (2026-11) */
export const systemConditions: Readonly<Record<string, Holds>> = {
  'system:check-field-value': checkField,
  'system:restrict-issue-transition': restrict,
  'system:previous-status-condition': (moving, parameters) => wasIn(moving, parameters) !== (parameters.not === 'true'),
  'system:separation-of-duties': ({ world, issue, caller }, { fromStatusId, toStatusId }) =>
    !stepsOf(world, issue).some(
      ({ from, to, author }) => author === caller.accountId && from === fromStatusId && to === toStatusId,
    ),
  'system:restrict-from-all-users': ({ caller }, { restrictMode }) => restrictMode === 'users' && caller.kind === 'app',
};
