import { NotSimulated } from '../../simulators/simulator';
import { builtInPermissions } from '../permissions/permission-keys';
import { held } from '../permissions/permissions';
import { refuse } from '../refusal';
import { visibleProjects } from './jql-choices';
import { instantFunctions, instantOfCall } from './jql-dates';
import type { Asking } from './jql-field';
import { personNamed } from './jql-field-kinds';
import type { JqlFunction } from './jql-function';
import { issueFunctions } from './jql-issue-functions';

const instants: readonly JqlFunction[] = instantFunctions.map((name) => ({
  name,
  kind: 'date',
  list: false,
  takes: [0, name === 'now' ? 0 : 1],
  values: (given, { moment }) => [instantOfCall(name, given, moment) ?? moment.now],
}));

const membersOf: JqlFunction['values'] = ([group = ''], { setup }) => {
  const wanted = group.toLowerCase();
  const found = [...setup.groups].find(([name, { id }]) => name.toLowerCase() === wanted || id === group);
  if (!found)
    throw refuse(
      400,
      `Function 'membersOf' can not generate a list of usernames for group '${group}'; the group does not exist.`,
    );
  return [...found[1].members];
};

const typesAt =
  (fits: (level: number) => boolean): JqlFunction['values'] =>
  (_given, { setup }) =>
    [...setup.issueTypes.values()].filter(({ hierarchyLevel }) => fits(hierarchyLevel ?? 0)).map(({ id }) => id);

const projectsLedBy: JqlFunction['values'] = ([person], asking) => {
  const accounts = person === undefined ? [asking.accountId] : personNamed(person, asking);
  if (!accounts) throw refuse(400, `The user '${person}' does not exist in function 'projectsLeadByUser'.`);
  return visibleProjects(asking)
    .filter(({ lead }) => accounts.includes(lead))
    .map(({ id }) => id);
};

/** A permission goes by the name that admins read, in any case. */
const projectsWithPermission: JqlFunction['values'] = ([name = ''], asking) => {
  const wanted = name.toLowerCase();
  const permission = builtInPermissions.find((each) => each.name.toLowerCase() === wanted && each.type === 'PROJECT');
  if (!permission) throw refuse(400, `Project permission '${name}' does not exist.`);
  return visibleProjects(asking)
    .filter((project) => held(asking.setup, asking.accountId, permission.key, project) === 'always')
    .map(({ id }) => id);
};

const projectsWithRole: JqlFunction['values'] = ([name = ''], asking) => {
  const { setup, accountId } = asking;
  const role = [...setup.roles.values()].find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!role) throw refuse(400, `The role '${name}' does not exist.`);
  const plays = (groupName: string | null) =>
    groupName !== null && setup.groups.get(groupName)?.members.has(accountId) === true;
  return visibleProjects(asking)
    .filter(({ roles }) =>
      roles.some((each) => each.roleId === role.id && (each.accountId === accountId || plays(each.groupName))),
    )
    .map(({ id }) => id);
};

const all: readonly JqlFunction[] = [
  ...instants,
  { name: 'currentUser', kind: 'user', list: false, takes: [0, 0], values: (_given, { accountId }) => [accountId] },
  { name: 'membersOf', kind: 'user', list: true, takes: [1, 1], values: membersOf },
  ...issueFunctions,
  { name: 'standardIssueTypes', kind: 'issue_type', list: true, takes: [0, 0], values: typesAt((level) => level >= 0) },
  { name: 'subtaskIssueTypes', kind: 'issue_type', list: true, takes: [0, 0], values: typesAt((level) => level < 0) },
  { name: 'projectsLeadByUser', kind: 'project', list: true, takes: [0, 1], values: projectsLedBy },
  {
    name: 'projectsWhereUserHasPermission',
    kind: 'project',
    list: true,
    takes: [1, 1],
    values: projectsWithPermission,
  },
  { name: 'projectsWhereUserHasRole', kind: 'project', list: true, takes: [1, 1], values: projectsWithRole },
];

/** By name, lower case. */
export const jqlFunctions: ReadonlyMap<string, JqlFunction> = new Map(
  all.map((each) => [each.name.toLowerCase(), each]),
);

/** Functions that JQL has and this site has not. */
export const notSimulatedFunctions: ReadonlySet<string> = new Set(
  `approved approver breached cascadeOption closedSprints completed componentsLeadByUser currentLogin
  earliestUnreleasedVersion elapsed everBreached futureSprints issueHistory issuesWithRemoteLinksByGlobalId lastLogin
  latestReleasedVersion myApproval myPending openSprints organizationMembers parentEpic paused pending pendingBy
  portfolioChildIssuesOf releasedVersions remaining running unreleasedVersions withinCalendarHours`.split(/\s+/),
);

const unknown = (name: string): boolean => ![...notSimulatedFunctions].some((each) => each.toLowerCase() === name);

/** The function of this name; 400 when there is none, 501 when only this site has none. */
export function functionNamed(name: string): JqlFunction {
  const found = jqlFunctions.get(name.toLowerCase());
  if (found) return found;
  if (unknown(name.toLowerCase())) throw refuse(400, `Unable to find JQL function '${name}'.`);
  throw new NotSimulated(`the JQL function '${name}()'`);
}

/** What a function answers to its arguments, of which it may refuse the number. */
export function answerOf(called: JqlFunction, given: readonly string[], asking: Asking) {
  const [least, most] = called.takes;
  if (given.length < least || given.length > most)
    throw refuse(
      400,
      `Function '${called.name}' expected ${least === most ? `'${least}'` : `between '${least}' and '${most}'`} arguments but received '${given.length}'.`,
    );
  return called.values(given, asking);
}
