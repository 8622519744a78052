import { adminRoute, noContent } from '../admin-route';
import { ordered, orderings, wantedBy } from '../configuration/by-name-or-id';
import type { IssueTypeScreenScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { descriptionIn, type NameRules, nameIn } from '../configuration/name-check';
import type { Project } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk, wholePage } from '../page-answer';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { projectDetails } from '../shapes';
import { mappingsIn } from './screen-scheme-mappings';
import { calledTypeScreenScheme, typeScreenSchemes } from './screen-scheme-store';

/** A scheme as lists show it. */
export const typeScreenSchemeShape = ({ id, name, description }: IssueTypeScreenScheme): Json => ({
  id: String(id),
  name,
  description,
});

const projectsOf = ({ world }: Call, { id }: IssueTypeScreenScheme) =>
  projectsOfScheme(world.setup, 'issueTypeScreenSchemeId', id);

const detailsOf =
  ({ world }: Call) =>
  (project: Project): Json =>
    projectDetails(world.setup, project);

function list(call: Call): Json {
  const { world, query } = call;
  const found = typeScreenSchemes(world).filter(wantedBy(query));
  return pageAnswer(call, ordered(found, query), pageAsk(call), (scheme) => ({
    ...typeScreenSchemeShape(scheme),
    ...(query.has('expand', 'projects') && { projects: wholePage(projectsOf(call, scheme).map(detailsOf(call))) }),
  }));
}

function projects(call: Call): Json {
  const words = (call.query.text('query') ?? '').toLowerCase();
  const found = projectsOf(call, calledTypeScreenScheme(call)).filter(({ key, name }) =>
    [key, name].some((text) => text.toLowerCase().includes(words)),
  );
  return pageAnswer(call, found, pageAsk(call), detailsOf(call));
}

const rules = ({ world }: Call): NameRules => ({
  most: 255,
  taken: typeScreenSchemes(world).map(({ name }) => name),
  status: 400,
  what: 'issue type screen scheme',
});

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const [name, description] = [nameIn(body, rules(call)), descriptionIn(body, 255)];
  const { otherwise, byType } = mappingsIn(world, body);
  if (otherwise === undefined)
    throw refuseField('issueTypeMappings', "The issueTypeMappings must have one for the issue type ID 'default'.");
  const id = insertRow(world.database, 'jira_issue_type_screen_scheme', {
    name,
    description,
    default_screen_scheme_id: otherwise,
    mappings_json: JSON.stringify(Object.fromEntries(byType)),
  });
  world.reloadSetup();
  return { status: 201, body: { id: String(id) } };
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = calledTypeScreenScheme(call);
  configure(
    world,
    'UPDATE jira_issue_type_screen_scheme SET name = ?, description = ? WHERE id = ?',
    nameIn(body, rules(call), scheme.name),
    descriptionIn(body, 255, scheme.description),
    scheme.id,
  );
  return noContent;
}

function remove(call: Call): RouteAnswer {
  const scheme = calledTypeScreenScheme(call);
  if (projectsOf(call, scheme).length > 0)
    throw refuse(400, 'The issue type screen scheme is associated with one or more projects.');
  configure(call.world, 'DELETE FROM jira_issue_type_screen_scheme WHERE id = ?', scheme.id);
  return noContent;
}

const all = '/issuetypescreenscheme';
const one = `${all}/{issueTypeScreenSchemeId}`;
const details = { name: 'any', description: 'any' } as const;

export const typeScreenSchemeRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: all,
    operationId: 'getIssueTypeScreenSchemes',
    query: {
      ...asPage,
      id: 'list',
      queryString: 'text',
      orderBy: { oneOf: orderings },
      expand: { listOf: ['projects'] },
    },
    answer: ok(list),
  }),
  adminRoute({
    method: 'POST',
    path: all,
    operationId: 'createIssueTypeScreenScheme',
    body: { ...details, issueTypeMappings: { issueTypeId: 'any', screenSchemeId: 'any' } },
    answer: create,
  }),
  adminRoute({ method: 'PUT', path: one, operationId: 'updateIssueTypeScreenScheme', body: details, answer: update }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deleteIssueTypeScreenScheme', answer: remove }),
  adminRoute({
    method: 'GET',
    path: `${one}/project`,
    operationId: 'getProjectsForIssueTypeScreenScheme',
    query: { ...asPage, query: 'text' },
    answer: ok(projects),
  }),
];
