import { adminRoute, noContent } from '../admin-route';
import { idIn, someIdsIn } from '../body-ids';
import { wantedBy } from '../configuration/by-name-or-id';
import { configure } from '../configuration/configure';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { classicProjectIn, schemesOfProjects } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { typeScreenSchemeShape } from './routes-type-screen-schemes';
import { mappingsIn } from './screen-scheme-mappings';
import {
  calledTypeScreenScheme,
  keepMappings,
  screenSchemeIdFor,
  typeScreenSchemeOf,
  typeScreenSchemes,
} from './screen-scheme-store';

function list(call: Call): Json {
  const items = typeScreenSchemes(call.world)
    .filter(wantedBy(call.query, 'issueTypeScreenSchemeId'))
    .flatMap(({ id, defaultScreenSchemeId, screenSchemeIds }) =>
      [['default', defaultScreenSchemeId] as const, ...screenSchemeIds].map(([typeId, schemeId]) => ({
        issueTypeScreenSchemeId: String(id),
        issueTypeId: String(typeId),
        screenSchemeId: String(schemeId),
      })),
    );
  return pageAnswer(call, items, pageAsk(call), (item) => item);
}

function append(call: Call): RouteAnswer {
  const scheme = calledTypeScreenScheme(call);
  const { otherwise, byType } = mappingsIn(call.world, call.body);
  if (otherwise !== undefined) throw refuse(400, 'The default mapping cannot be appended.');
  if ([...byType.keys()].some((typeId) => scheme.screenSchemeIds.has(typeId)))
    throw refuse(400, 'One or more of the issue types are mapped already.');
  keepMappings(call.world, scheme, [...scheme.screenSchemeIds, ...byType]);
  return noContent;
}

function changeDefault(call: Call): RouteAnswer {
  const { id } = calledTypeScreenScheme(call);
  const screenSchemeId = screenSchemeIdFor(call.world, idIn(call.body, 'screenSchemeId'));
  configure(
    call.world,
    'UPDATE jira_issue_type_screen_scheme SET default_screen_scheme_id = ? WHERE id = ?',
    screenSchemeId,
    id,
  );
  return noContent;
}

function removeMappings(call: Call): RouteAnswer {
  const scheme = calledTypeScreenScheme(call);
  const ids = someIdsIn(call.body, 'issueTypeIds');
  if (ids.some((id) => !scheme.screenSchemeIds.has(id)))
    throw refuse(404, 'One or more of the issue type mappings were not found.');
  keepMappings(
    call.world,
    scheme,
    [...scheme.screenSchemeIds].filter(([typeId]) => !ids.includes(typeId)),
  );
  return noContent;
}

function assign(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = typeScreenSchemeOf(world, idIn(body, 'issueTypeScreenSchemeId'));
  const project = classicProjectIn(call);
  configure(world, 'UPDATE jira_project SET issue_type_screen_scheme_id = ? WHERE id = ?', scheme.id, project.id);
  return noContent;
}

const all = '/issuetypescreenscheme';
const mapping = `${all}/{issueTypeScreenSchemeId}/mapping`;

export const typeScreenSchemeMappingRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: `${all}/mapping`,
    operationId: 'getIssueTypeScreenSchemeMappings',
    query: { ...asPage, issueTypeScreenSchemeId: 'list' },
    answer: ok(list),
  }),
  adminRoute({
    method: 'GET',
    path: `${all}/project`,
    operationId: 'getIssueTypeScreenSchemeProjectAssociations',
    query: { ...asPage, projectId: 'list' },
    answer: ok((call) =>
      schemesOfProjects(call, {
        kind: 'issueTypeScreenSchemeId',
        name: 'issueTypeScreenScheme',
        shape: (id) => typeScreenSchemeShape(typeScreenSchemeOf(call.world, id)),
      }),
    ),
  }),
  adminRoute({
    method: 'PUT',
    path: `${all}/project`,
    operationId: 'assignIssueTypeScreenSchemeToProject',
    body: { issueTypeScreenSchemeId: 'any', projectId: 'any' },
    answer: assign,
  }),
  adminRoute({
    method: 'PUT',
    path: mapping,
    operationId: 'appendMappingsForIssueTypeScreenScheme',
    body: { issueTypeMappings: { issueTypeId: 'any', screenSchemeId: 'any' } },
    answer: append,
  }),
  adminRoute({
    method: 'PUT',
    path: `${mapping}/default`,
    operationId: 'updateDefaultScreenScheme',
    body: { screenSchemeId: 'any' },
    answer: changeDefault,
  }),
  adminRoute({
    method: 'POST',
    path: `${mapping}/remove`,
    operationId: 'removeMappingsFromIssueTypeScreenScheme',
    body: { issueTypeIds: 'any' },
    answer: removeMappings,
  }),
];
