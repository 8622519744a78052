import { integerIn, objectsIn, textIn, textsIn } from '../body-reading';
import type { WorkflowScheme } from '../configuration/configuration';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { IssueType } from '../configuration/setup';
import { needed, neededTexts } from '../fields/asked-fields';
import type { Json } from '../json';
import { ok } from '../ok';
import { configuratorsOnly } from '../permissions/configurator';
import { READ_ALL, WRITE } from '../points';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { byTypeBody, byWorkflowBody, mappingByType, mappingByWorkflow } from '../workflows/workflow-mappings-asked';
import { noWorkflowTaskRuns, taskAnswer } from '../workflows/workflow-task';
import { schemeBean } from './workflow-scheme-bean';
import { changesOf, migrate, migrationsOf } from './workflow-scheme-migration';
import { requiredMappings } from './workflow-scheme-required';
import { type SchemeParts, schemeVersion, writeScheme } from './workflow-scheme-store';

/** The scheme of a body, of a team-managed project too. */
function schemeIn(call: Call): WorkflowScheme {
  const scheme = call.world.setup.workflowSchemes.get(Number(needed(call.body, 'id', 'payload')));
  if (!scheme) throw refuse(400, 'The workflow scheme was not found.');
  configuratorsOnly(call, scheme);
  return scheme;
}

/** A workflow of the scheme's own scope. */
function workflowIn({ world }: Call, { scopeProjectId }: WorkflowScheme, id: string): string {
  const workflow = world.setup.workflows.get(id);
  if (!workflow || workflow.scopeProjectId !== scopeProjectId)
    throw refuse(400, `The workflow with ID ${id} was not found.`);
  return id;
}

function typeIn({ world }: Call, { scopeProjectId }: WorkflowScheme, id: string): IssueType {
  const type = world.setup.issueTypes.get(Number(id));
  if (!type || type.scopeProjectId !== scopeProjectId) throw refuse(400, `The issue type with ID ${id} was not found.`);
  return type;
}

function mappingsIn(call: Call, scheme: WorkflowScheme): SchemeParts['workflowIds'] {
  const pairs = objectsIn(call.body, 'workflowsForIssueTypes').flatMap((each) => {
    const workflowId = workflowIn(call, scheme, needed(each, 'workflowId', 'workflowsForIssueTypes'));
    return neededTexts(each, 'issueTypeIds', 'workflowsForIssueTypes').map(
      (id) => [typeIn(call, scheme, id).id, workflowId] as const,
    );
  });
  const mappings = new Map(pairs);
  if (mappings.size < pairs.length) throw refuse(400, 'An issue type can be mapped to one workflow only.');
  return mappings;
}

/** What a scheme is to become, its name and description aside; without a default one the scheme keeps its own. */
function workflowsIn(call: Call, scheme: WorkflowScheme): SchemeParts {
  const id = textIn(call.body, 'defaultWorkflowId', undefined);
  return {
    ...scheme,
    defaultWorkflowId: id === undefined ? scheme.defaultWorkflowId : workflowIn(call, scheme, id),
    workflowIds: mappingsIn(call, scheme),
  };
}

function checkVersion({ world, body }: Call, { id }: WorkflowScheme): void {
  const version = schemeVersion(world, id);
  const asked = body.version ?? {};
  if (needed(asked, 'id', 'version') !== version.id || integerIn(asked, 'versionNumber', 0) !== version.versionNumber)
    throw refuse(409, 'The version of the workflow scheme is not the current one. Read it again.');
}

function partsIn(call: Call, scheme: WorkflowScheme): SchemeParts {
  const others = [...call.world.setup.workflowSchemes.values()].filter(({ id }) => id !== scheme.id);
  const taken = others.map(({ name }) => name);
  needed(call.body, 'name', 'payload');
  needed(call.body, 'description', 'payload');
  return {
    ...workflowsIn(call, scheme),
    name: nameIn(call.body, { most: 255, taken, status: 400, what: 'workflow scheme' }, scheme.name),
    description: descriptionIn(call.body, 4_000),
  };
}

function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = schemeIn(call);
  noWorkflowTaskRuns(world);
  const parts = partsIn(call, scheme);
  checkVersion(call, scheme);
  const changes = changesOf(world.setup, projectsOfScheme(world.setup, 'workflowSchemeId', scheme.id), parts);
  const byType = mappingByType(body, 'statusMappingsByIssueTypeOverride');
  const byWorkflow = mappingByWorkflow(body, 'statusMappingsByWorkflows');
  const migrations = migrationsOf(changes, (...asked) => byType(...asked) ?? byWorkflow(...asked));
  writeScheme(world, scheme.id, parts);
  if (migrations.length === 0) return { status: 200 };
  return taskAnswer(world, migrate(call, `changing ${scheme.name}`, migrations));
}

function required(call: Call): Json {
  const scheme = schemeIn(call);
  if (!Array.isArray(call.body.workflowsForIssueTypes))
    throw refuse(400, "Missing required field 'payload.workflowsForIssueTypes'");
  const { setup } = call.world;
  const projects = projectsOfScheme(setup, 'workflowSchemeId', scheme.id);
  return requiredMappings(setup, changesOf(setup, projects, workflowsIn(call, scheme)));
}

function read(call: Call): Json {
  const { world, body } = call;
  const projects = textsIn(body, 'projectIds').flatMap((id) => world.setup.projects.get(Number(id)) ?? []);
  const ids = [
    ...textsIn(body, 'workflowSchemeIds').map(Number),
    ...projects.map(({ schemes }) => schemes.workflowSchemeId),
  ];
  const schemes = [...new Set(ids)].flatMap((id) => world.setup.workflowSchemes.get(id) ?? []);
  for (const scheme of schemes) configuratorsOnly(call, scheme);
  return schemes.map((scheme) => schemeBean(world, scheme));
}

const configured = {
  method: 'POST',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; administrators of a project for its own',
  points: WRITE,
} as const;

const path = '/rest/api/3/workflowscheme';
const workflowsBody = { workflowId: 'any', issueTypeIds: 'any' } as const;

export const workflowSchemeUpdateRoutes: readonly Route[] = [
  {
    ...configured,
    path: `${path}/read`,
    operationId: 'readWorkflowSchemes',
    body: { workflowSchemeIds: 'any', projectIds: 'any' },
    points: READ_ALL,
    answer: ok(read),
  },
  {
    ...configured,
    path: `${path}/update`,
    operationId: 'updateSchemes',
    body: {
      id: 'any',
      name: 'any',
      description: 'any',
      version: { id: 'any', versionNumber: 'any' },
      defaultWorkflowId: 'any',
      workflowsForIssueTypes: workflowsBody,
      statusMappingsByWorkflows: byWorkflowBody,
      statusMappingsByIssueTypeOverride: byTypeBody,
    },
    answer: update,
  },
  {
    ...configured,
    path: `${path}/update/mappings`,
    operationId: 'getRequiredWorkflowSchemeMappings',
    body: { id: 'any', defaultWorkflowId: 'any', workflowsForIssueTypes: workflowsBody },
    answer: ok(required),
  },
];
