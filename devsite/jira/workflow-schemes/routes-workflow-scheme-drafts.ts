import { adminRoute, noContent } from '../admin-route';
import { objectsIn } from '../body-reading';
import { needed } from '../fields/asked-fields';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE } from '../points';
import { projectsOfScheme } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { noWorkflowTaskRuns, taskAnswer } from '../workflows/workflow-task';
import { schemeBody } from './routes-workflow-schemes';
import { calledDraft, calledScheme, isActive } from './workflow-scheme-called';
import { deleteDraft, draftOf, writeDraft } from './workflow-scheme-draft';
import { partsIn } from './workflow-scheme-edits';
import { changesOf, type Mapping, migrate, migrationsOf } from './workflow-scheme-migration';
import { draftShape } from './workflow-scheme-shape';
import { type SchemeParts, writeScheme } from './workflow-scheme-store';

function draftWith(call: Call, status: number, partsOf: (before: SchemeParts) => SchemeParts): RouteAnswer {
  const { world, caller } = call;
  const scheme = calledScheme(call);
  if (!isActive(call, scheme)) throw refuse(400, 'Only an active workflow scheme can have a draft.');
  const draft = writeDraft(world, scheme.id, partsOf(draftOf(world, scheme.id) ?? scheme), caller.accountId);
  return { status, body: draftShape(world, scheme, draft) };
}

function create(call: Call): RouteAnswer {
  if (draftOf(call.world, calledScheme(call).id)) throw refuse(400, 'The workflow scheme already has a draft.');
  return draftWith(call, 201, (before) => before);
}

const update = (call: Call): RouteAnswer => draftWith(call, 200, (before) => partsIn(call, before));

function read(call: Call): Json {
  const { scheme, draft } = calledDraft(call);
  return draftShape(call.world, scheme, draft);
}

function remove(call: Call): RouteAnswer {
  deleteDraft(call.world, calledDraft(call).scheme.id);
  return noContent;
}

/** Mappings by issue type; 404 for a new status that is not there. */
function mappingIn({ world, body }: Call): Mapping {
  const mappings = objectsIn(body, 'statusMappings').map((mapping) => ({
    typeId: Number(needed(mapping, 'issueTypeId', 'statusMappings')),
    from: Number(needed(mapping, 'statusId', 'statusMappings')),
    to: Number(needed(mapping, 'newStatusId', 'statusMappings')),
  }));
  const gone = mappings.find(({ to }) => !world.setup.statuses.has(to));
  if (gone) throw refuse(404, `The status with ID ${gone.to} was not found.`);
  return ({ typeId }, statusId) =>
    mappings.find((mapping) => mapping.typeId === typeId && mapping.from === statusId)?.to;
}

function publish(call: Call): RouteAnswer {
  const { world, query } = call;
  const { scheme, draft } = calledDraft(call);
  const changes = changesOf(world.setup, projectsOfScheme(world.setup, 'workflowSchemeId', scheme.id), draft);
  const migrations = migrationsOf(changes, mappingIn(call));
  if (query.boolean('validateOnly', false)) return noContent;
  noWorkflowTaskRuns(world);
  writeScheme(world, scheme.id, draft);
  deleteDraft(world, scheme.id);
  return taskAnswer(world, migrate(call, `publishing the draft of ${scheme.name}`, migrations));
}

const path = '/workflowscheme/{id}';

export const workflowSchemeDraftRoutes: readonly Route[] = [
  adminRoute({
    method: 'POST',
    path: `${path}/createdraft`,
    operationId: 'createWorkflowSchemeDraftFromParent',
    answer: create,
  }),
  adminRoute({
    method: 'GET',
    path: `${path}/draft`,
    operationId: 'getWorkflowSchemeDraft',
    points: READ_ONE,
    answer: ok(read),
  }),
  adminRoute({
    method: 'PUT',
    path: `${path}/draft`,
    operationId: 'updateWorkflowSchemeDraft',
    body: { ...schemeBody, updateDraftIfNeeded: 'boolean' },
    answer: update,
  }),
  adminRoute({
    method: 'DELETE',
    path: `${path}/draft`,
    operationId: 'deleteWorkflowSchemeDraft',
    answer: remove,
  }),
  adminRoute({
    method: 'POST',
    path: `${path}/draft/publish`,
    operationId: 'publishDraftWorkflowScheme',
    query: { validateOnly: 'boolean' },
    body: { statusMappings: { issueTypeId: 'any', statusId: 'any', newStatusId: 'any' } },
    answer: publish,
  }),
];
