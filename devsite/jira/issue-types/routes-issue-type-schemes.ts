import { adminRoute, noContent } from '../admin-route';
import { idsIn, textIn } from '../body-reading';
import { ordered, orderings, wantedBy } from '../configuration/by-name-or-id';
import type { IssueTypeScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, wholePage } from '../page-answer';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { projectDetails } from '../shapes';
import { calledTypeScheme, DEFAULT_TYPE_SCHEME, typeSchemes } from './issue-type-scheme-store';

/** A scheme as lists show it. */
export const schemeShape = ({ id, name, description, defaultIssueTypeId }: IssueTypeScheme): Json => ({
  id: String(id),
  name,
  ...(description !== '' && { description }),
  ...(defaultIssueTypeId !== undefined && { defaultIssueTypeId: String(defaultIssueTypeId) }),
  ...(id === DEFAULT_TYPE_SCHEME && { isDefault: true }),
});

function list(call: Call): Json {
  const { world, query } = call;
  const found = typeSchemes(world).filter(wantedBy(query));
  const projectsOf = ({ id }: IssueTypeScheme) =>
    wholePage(
      projectsOfScheme(world.setup, 'issueTypeSchemeId', id).map((project) => projectDetails(world.setup, project)),
    );
  return pageAnswer(call, ordered(found, query), pageAsk(call), (scheme) => ({
    ...schemeShape(scheme),
    ...(query.has('expand', 'projects') && { projects: projectsOf(scheme) }),
  }));
}

function mapping(call: Call): Json {
  const wanted = wantedBy(call.query, 'issueTypeSchemeId');
  const items = typeSchemes(call.world)
    .filter(wanted)
    .flatMap(({ id, issueTypeIds }) => issueTypeIds.map((typeId) => [id, typeId] as const));
  return pageAnswer(call, items, pageAsk(call), ([id, typeId]) => ({
    issueTypeSchemeId: String(id),
    issueTypeId: String(typeId),
  }));
}

const rules = ({ world }: Call, status: number): NameRules => ({
  most: 255,
  taken: typeSchemes(world).map(({ name }) => name),
  status,
  what: 'issue type scheme',
});

/** The types of a new scheme: known, global, each once, a standard one among them. */
function typesIn({ world, body }: Call): readonly number[] {
  const ids = idsIn(body, 'issueTypeIds');
  const types = ids.map((id) => world.setup.issueTypes.get(id));
  if (types.some((type) => type === undefined || type.scopeProjectId !== undefined))
    throw refuseField('issueTypeIds', 'One or more of the issue types do not exist.');
  if (new Set(ids).size < ids.length) throw refuseField('issueTypeIds', 'An issue type is listed more than once.');
  if (!types.some((type) => type?.hierarchyLevel === 0))
    throw refuseField('issueTypeIds', 'The scheme must have at least one standard issue type.');
  return ids;
}

function defaultIn({ body }: Call, typeIds: readonly number[], otherwise: number | undefined): number | null {
  const id = textIn(body, 'defaultIssueTypeId', undefined);
  if (id === undefined) return otherwise ?? null;
  if (!typeIds.includes(Number(id)))
    throw refuseField('defaultIssueTypeId', 'The default issue type must be one of the scheme.');
  return Number(id);
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const name = nameIn(body, rules(call, 409));
  const typeIds = typesIn(call);
  const id = insertRow(world.database, 'jira_issue_type_scheme', {
    name,
    description: descriptionIn(body, 4_000),
    default_type_id: defaultIn(call, typeIds, undefined),
    types_json: JSON.stringify(typeIds),
  });
  world.reloadSetup();
  return { status: 201, body: { issueTypeSchemeId: String(id) } };
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = calledTypeScheme(call);
  configure(
    world,
    'UPDATE jira_issue_type_scheme SET name = ?, description = ?, default_type_id = ? WHERE id = ?',
    nameIn(body, rules(call, 400), scheme.name),
    descriptionIn(body, 4_000, scheme.description),
    defaultIn(call, scheme.issueTypeIds, scheme.defaultIssueTypeId),
    scheme.id,
  );
  return noContent;
}

function remove(call: Call): RouteAnswer {
  const { world } = call;
  const { id } = calledTypeScheme(call);
  if (id === DEFAULT_TYPE_SCHEME) throw refuse(400, 'The default issue type scheme cannot be deleted.');
  if (projectsOfScheme(world.setup, 'issueTypeSchemeId', id).length > 0)
    throw refuse(400, 'The issue type scheme is associated with one or more projects.');
  configure(world, 'DELETE FROM jira_issue_type_scheme WHERE id = ?', id);
  return noContent;
}

const all = '/issuetypescheme';
const one = `${all}/{issueTypeSchemeId}`;
const details = { name: 'any', description: 'any', defaultIssueTypeId: 'any' } as const;

export const issueTypeSchemeRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: all,
    operationId: 'getAllIssueTypeSchemes',
    query: {
      ...asPage,
      id: 'list',
      orderBy: { oneOf: orderings },
      expand: { listOf: ['projects'] },
      queryString: 'text',
    },
    answer: ok(list),
  }),
  adminRoute({
    method: 'POST',
    path: all,
    operationId: 'createIssueTypeScheme',
    body: { ...details, issueTypeIds: 'any' },
    answer: create,
  }),
  adminRoute({
    method: 'GET',
    path: `${all}/mapping`,
    operationId: 'getIssueTypeSchemesMapping',
    query: { ...asPage, issueTypeSchemeId: 'list' },
    answer: ok(mapping),
  }),
  adminRoute({ method: 'PUT', path: one, operationId: 'updateIssueTypeScheme', body: details, answer: update }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deleteIssueTypeScheme', answer: remove }),
];
