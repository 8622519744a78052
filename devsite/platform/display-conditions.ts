import { type Manifest, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { type PropertyCondition, propertyConditions } from './property-conditions';

/** What the site knows of where a module stands and of who looks; what is absent is not there. */
export interface DisplayFacts {
  readonly isLoggedIn: boolean;
  readonly isSiteAdmin: boolean;
  readonly appIsLicensed: boolean;
  readonly holdsGlobally: (permission: string) => boolean;
  /** In the project, or for the issue, where the module stands. */
  readonly holdsHere: (permission: string) => boolean;
  readonly projectKey?: string;
  readonly projectType?: string;
  readonly projectId?: string;
  readonly projectName?: string;
  readonly issueKey?: string;
  readonly issueId?: string;
  readonly issueType?: string;
  /** The value of an entity's property; undefined when there is none. */
  readonly property: (entity: string, key: string) => unknown;
}

/** Whether a module is to be shown. */
export type Shown = (facts: DisplayFacts) => boolean;

type Read = (value: unknown) => Shown;

const flag =
  (holds: Shown): Read =>
  (value) =>
  (facts) =>
    holds(facts) === (String(value) === 'true');

const named =
  (holds: (facts: DisplayFacts, name: string) => boolean): Read =>
  (value) =>
  (facts) =>
    holds(facts, String(value));

const either = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

const oneOf =
  (read: (facts: DisplayFacts) => string | undefined): Read =>
  (value) =>
  (facts) =>
    either(value).includes(read(facts) ?? '');

const ofProperty =
  (condition: PropertyCondition): Read =>
  (value) => {
    const declared = value as Parameters<PropertyCondition>[0];
    return ({ property }) => condition(declared, property(declared.entity, declared.propertyKey));
  };

const administers = 'ADMINISTER';

/** Conditions that stand for one permission each. */
const permissionFlags: Readonly<Record<string, string>> = {
  isProjectAdmin: 'ADMINISTER_PROJECTS',
  canAdministerProjects: 'ADMINISTER_PROJECTS',
  canAddComments: 'ADD_COMMENTS',
  canAssignIssues: 'ASSIGN_ISSUES',
  canBeAssignedToIssues: 'ASSIGNABLE_USER',
  canCreateAttachments: 'CREATE_ATTACHMENTS',
  canDeleteAllAttachments: 'DELETE_ALL_ATTACHMENTS',
  canDeleteAllComments: 'DELETE_ALL_COMMENTS',
  canDeleteAllWorklogs: 'DELETE_ALL_WORKLOGS',
  canDeleteIssues: 'DELETE_ISSUES',
  canDeleteOwnAttachments: 'DELETE_OWN_ATTACHMENTS',
  canDeleteOwnComments: 'DELETE_OWN_COMMENTS',
  canDeleteOwnWorklogs: 'DELETE_OWN_WORKLOGS',
  canEditAllComments: 'EDIT_ALL_COMMENTS',
  canEditAllWorklogs: 'EDIT_ALL_WORKLOGS',
  canEditIssues: 'EDIT_ISSUES',
  canEditOwnComments: 'EDIT_OWN_COMMENTS',
  canEditOwnWorklogs: 'EDIT_OWN_WORKLOGS',
  canLinkIssues: 'LINK_ISSUES',
  canLogWork: 'WORK_ON_ISSUES',
  canManageWatchers: 'MANAGE_WATCHERS',
  canModifyReporters: 'MODIFY_REPORTER',
  canMoveIssues: 'MOVE_ISSUES',
  canScheduleIssues: 'SCHEDULE_ISSUES',
  canViewWatchers: 'VIEW_VOTERS_AND_WATCHERS',
};

/** https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/ (2026-08) */
const conditions: Readonly<Record<string, Read>> = {
  isLoggedIn: flag(({ isLoggedIn }) => isLoggedIn),
  isAdmin: flag(({ holdsGlobally }) => holdsGlobally(administers)),
  isSiteAdmin: flag(({ isSiteAdmin }) => isSiteAdmin),
  appIsLicensed: flag(({ appIsLicensed }) => appIsLicensed),
  canAdministerJira: flag(({ holdsGlobally }) => holdsGlobally(administers)),
  hasGlobalPermission: named(({ holdsGlobally }, permission) => holdsGlobally(permission)),
  hasProjectPermission: named(({ holdsHere }, permission) => holdsHere(permission)),
  hasIssuePermission: named(({ holdsHere }, permission) => holdsHere(permission)),
  projectId: oneOf(({ projectId }) => projectId),
  projectName: oneOf(({ projectName }) => projectName),
  projectKey: oneOf(({ projectKey }) => projectKey),
  projectType: oneOf(({ projectType }) => projectType),
  issueType: oneOf(({ issueType }) => issueType),
  issueKey: oneOf(({ issueKey }) => issueKey),
  issueId: oneOf(({ issueId }) => issueId),
  ...Object.fromEntries(
    Object.entries(permissionFlags).map(([name, permission]) => [name, flag(({ holdsHere }) => holdsHere(permission))]),
  ),
  ...Object.fromEntries(Object.entries(propertyConditions).map(([name, one]) => [name, ofProperty(one)])),
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an operator: of an object, or of a list of them. */
function membersOf(value: unknown, place: string): readonly Shown[] {
  if (Array.isArray(value)) return value.flatMap((each) => membersOf(each, place));
  if (!isObject(value)) throw new Error(`The display conditions of ${place} must be an object.`);
  return Object.entries(value).map(([name, member]) => readOne(name, member, place));
}

const operators: Readonly<Record<string, (members: readonly Shown[]) => Shown>> = {
  and: (members) => (facts) => members.every((shown) => shown(facts)),
  or: (members) => (facts) => members.some((shown) => shown(facts)),
  not: (members) => (facts) => !members.every((shown) => shown(facts)),
};

const own = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function readOne(name: string, value: unknown, place: string): Shown {
  const operator = own(operators, name);
  if (operator) return operator(membersOf(value, place));
  const read = own(conditions, name);
  if (!read) throw new NotSimulated(`the display condition ${name} (${place})`);
  return read(value);
}

/** Reads the display conditions of a module; throws on one that is not simulated. None: it is always shown. */
export function displayConditions(declared: unknown, place: string): Shown {
  const members = declared === undefined ? [] : membersOf(declared, place);
  return (facts) => members.every((shown) => shown(facts));
}

/** Throws when a module has a display condition that is not simulated. */
export function checkDisplayConditions(manifest: Manifest): void {
  for (const type of Object.keys(manifest.modules))
    for (const module of modulesOf(manifest, type)) displayConditions(module.displayConditions, module.key);
}

/** What is simulated. */
export const displayConditionNames: readonly string[] = [...Object.keys(operators), ...Object.keys(conditions)];
