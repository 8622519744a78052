import { holdsGlobally } from '../admin';
import { adminRoute, noContent } from '../admin-route';
import { integerIn, textIn } from '../body-reading';
import { issueTypeChanged } from '../configuration/configuration-events';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import type { IssueType } from '../configuration/setup';
import { insertRow } from '../ids';
import { ok } from '../ok';
import { READ_ALL, READ_ONE } from '../points';
import { seesProject } from '../projects/project';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { issueTypeShape } from '../shapes';
import { deleteIssueType } from './issue-type-deletion';
import { joinDefaultScheme } from './issue-type-scheme-store';
import { alternativesOf, isUsed, projectsWith } from './issue-type-uses';

const sees = (call: Call, type: IssueType): boolean =>
  holdsGlobally(call.world, call.caller.accountId, 'ADMINISTER') ||
  projectsWith(call.world.setup, type.id).some((project) => seesProject(call, project));

/** The type a call is about; 404 when there is none that the caller may see. */
export function calledType(call: Call, id = call.path.id ?? ''): IssueType {
  if (!/^\d+$/.test(id)) throw refuse(400, `The issue type ID '${id}' is not valid.`);
  const type = call.world.setup.issueTypes.get(Number(id));
  if (!type || !sees(call, type)) throw refuse(404, `The issue type with ID '${id}' was not found.`);
  return type;
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/ (2026-11) */
const rules = ({ world }: Call): NameRules => ({
  most: 60,
  taken: [...world.setup.issueTypes.values()].flatMap((type) => (type.scopeProjectId === undefined ? [type.name] : [])),
  status: 409,
  what: 'issue type',
});

/** Levels above the standard one are made by other means. */
function levelIn({ body }: Call): number {
  const type = textIn(body, 'type', undefined);
  if (type !== undefined && type !== 'standard' && type !== 'subtask')
    throw refuseField('type', `The issue type '${type}' is neither 'standard' nor 'subtask'.`);
  const level = integerIn(body, 'hierarchyLevel', type === 'subtask' ? -1 : 0);
  if (level !== 0 && level !== -1) throw refuseField('hierarchyLevel', 'The hierarchy level must be 0 or -1.');
  return level;
}

function written({ world, caller }: Call, id: number, what: 'created' | 'updated'): IssueType {
  const type = world.setup.issueTypes.get(id);
  if (!type) throw new Error(`The issue type ${id} is gone.`);
  issueTypeChanged(world, what, type, caller.accountId);
  return type;
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const columns = {
    name: nameIn(body, rules(call)),
    description: descriptionIn(body, 4_000),
    hierarchy_level: levelIn(call),
  };
  const id = insertRow(world.database, 'jira_issue_type', columns);
  joinDefaultScheme(world, id);
  world.reloadSetup();
  return { status: 201, body: issueTypeShape(written(call, id, 'created')) };
}

/** What a team-managed project has for itself is changed in its own settings. */
function globalType(call: Call): IssueType {
  const type = calledType(call);
  if (type.scopeProjectId !== undefined)
    throw refuse(400, 'The issue type belongs to a team-managed project and cannot be changed here.');
  return type;
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const type = globalType(call);
  const name = nameIn(body, rules(call), type.name);
  const description = descriptionIn(body, 4_000, type.description);
  configure(world, 'UPDATE jira_issue_type SET name = ?, description = ? WHERE id = ?', name, description, type.id);
  return { status: 200, body: issueTypeShape(written(call, type.id, 'updated')) };
}

/** The type that takes over, where issues need one. */
function alternativeFor(call: Call, type: IssueType): IssueType | undefined {
  const id = call.query.text('alternativeIssueTypeId');
  const inUse = isUsed(call.world, type.id);
  if (id === undefined) {
    if (inUse) throw refuse(404, 'The issue type is in use and no alternative issue type is given.');
    return undefined;
  }
  const alternative = calledType(call, id);
  if (alternative.id === type.id || (alternative.hierarchyLevel < 0 && type.hierarchyLevel >= 0))
    throw refuse(409, 'The issue type cannot be replaced with itself, nor a standard one with a subtask.');
  if (inUse && !alternativesOf(call.world, type).includes(alternative))
    throw refuse(400, 'The issues cannot be updated with the alternative issue type.');
  return alternative;
}

function remove(call: Call): RouteAnswer {
  const type = globalType(call);
  deleteIssueType(call.world, type, alternativeFor(call, type));
  issueTypeChanged(call.world, 'deleted', type, call.caller.accountId);
  return noContent;
}

const read = { method: 'GET', scopes: ['read:jira-work'] } as const;
const one = '/rest/api/3/issuetype/{id}';

export const issueTypeRoutes: readonly Route[] = [
  {
    ...read,
    path: '/rest/api/3/issuetype',
    operationId: 'getIssueAllTypes',
    permission: 'anyone signed in, for the types of projects they see; administrators and the app for all',
    points: READ_ALL,
    answer: ok((call) =>
      [...call.world.setup.issueTypes.values()].filter((type) => sees(call, type)).map(issueTypeShape),
    ),
  },
  {
    ...read,
    path: one,
    operationId: 'getIssueType',
    permission: 'whoever sees a project that has it; administrators and the app',
    points: READ_ONE,
    answer: ok((call) => issueTypeShape(calledType(call))),
  },
  {
    ...read,
    path: `${one}/alternatives`,
    operationId: 'getAlternativeIssueTypes',
    permission: 'whoever sees a project that has it; administrators and the app',
    points: READ_ALL,
    answer: ok((call) => alternativesOf(call.world, calledType(call)).map(issueTypeShape)),
  },
  adminRoute({
    method: 'POST',
    path: '/issuetype',
    operationId: 'createIssueType',
    body: { name: 'any', description: 'any', type: 'any', hierarchyLevel: 'any' },
    answer: create,
  }),
  adminRoute({
    method: 'PUT',
    path: '/issuetype/{id}',
    operationId: 'updateIssueType',
    body: { name: 'any', description: 'any' },
    answer: update,
  }),
  adminRoute({
    method: 'DELETE',
    path: '/issuetype/{id}',
    operationId: 'deleteIssueType',
    query: { alternativeIssueTypeId: 'text' },
    answer: remove,
  }),
];
