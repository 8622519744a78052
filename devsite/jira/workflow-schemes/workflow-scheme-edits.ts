import { NotSimulated } from '../../simulators/simulator';
import { idsIn, textIn } from '../body-reading';
import type { Workflow } from '../configuration/configuration';
import { descriptionIn, nameIn } from '../configuration/name-check';
import { textRecordIn } from '../fields/asked-fields';
import type { Json } from '../json';
import { type Refusal, refuse } from '../refusal';
import type { Call } from '../route';
import type { SchemeParts } from './workflow-scheme-store';

/** What a call makes of a scheme or of its draft. */
export type SchemeEdit = (call: Call, parts: SchemeParts) => SchemeParts;

/** Of Jira's published description; that of a description is chosen here. */
const MOST_NAME = 255;
const MOST_DESCRIPTION = 4_000;

const noSuchWorkflow = (name: string): Refusal => refuse(404, `The workflow '${name}' was not found.`);

/** Jira's own workflow, which a site here has only if somebody made one of its name. */
const SYSTEM_WORKFLOW = 'jira';

/** A global workflow by its name. */
function workflowNamed({ world }: Call, name: string, otherwise: (name: string) => Error = noSuchWorkflow): Workflow {
  const found = [...world.setup.workflows.values()].find(
    (workflow) => workflow.scopeProjectId === undefined && workflow.name === name,
  );
  if (found) return found;
  throw name === SYSTEM_WORKFLOW ? new NotSimulated(`the workflow ${SYSTEM_WORKFLOW}`) : otherwise(name);
}

const invalidWorkflow = (name: string): Refusal => refuse(400, `The workflow '${name}' was not found.`);

function typeId({ world }: Call, text: string, status: number): number {
  const type = world.setup.issueTypes.get(Number(text));
  if (!type || type.scopeProjectId !== undefined) throw refuse(status, `The issue type with ID ${text} was not found.`);
  return type.id;
}

const mappingsIn = (call: Call, body: Json): ReadonlyMap<number, string> =>
  new Map(
    Object.entries(textRecordIn(body, 'issueTypeMappings')).map(([type, name]) => [
      typeId(call, type, 400),
      workflowNamed(call, name, invalidWorkflow).id,
    ]),
  );

/** The parts that a body gives; those of `before` where it gives none. */
export function partsIn(call: Call, before: SchemeParts | undefined): SchemeParts {
  const { world, body } = call;
  const taken = [...world.setup.workflowSchemes.values()]
    .map(({ name }) => name)
    .filter((name) => name !== before?.name);
  const rules = { most: MOST_NAME, taken, status: 400, what: 'workflow scheme' };
  const name = textIn(body, 'defaultWorkflow', undefined);
  return {
    name: nameIn(body, rules, before?.name),
    description: descriptionIn(body, MOST_DESCRIPTION, before?.description),
    defaultWorkflowId:
      name === undefined && before
        ? before.defaultWorkflowId
        : workflowNamed(call, name ?? SYSTEM_WORKFLOW, invalidWorkflow).id,
    workflowIds: body?.issueTypeMappings === undefined && before ? before.workflowIds : mappingsIn(call, body),
  };
}

export const setDefault: SchemeEdit = (call, parts) => {
  const name = textIn(call.body, 'workflow', undefined);
  if (name === undefined) throw refuse(400, 'The workflow must be given.');
  return { ...parts, defaultWorkflowId: workflowNamed(call, name, invalidWorkflow).id };
};

export const resetDefault: SchemeEdit = (call, parts) => ({
  ...parts,
  defaultWorkflowId: workflowNamed(call, SYSTEM_WORKFLOW).id,
});

export const setType: SchemeEdit = (call, parts) => {
  const type = typeId(call, call.path.issueType ?? '', 404);
  const name = textIn(call.body, 'workflow', undefined);
  if (name === undefined) throw refuse(400, 'The workflow must be given.');
  return { ...parts, workflowIds: new Map([...parts.workflowIds, [type, workflowNamed(call, name).id]]) };
};

export const removeType: SchemeEdit = (call, parts) => {
  const type = typeId(call, call.path.issueType ?? '', 404);
  return { ...parts, workflowIds: new Map([...parts.workflowIds].filter(([id]) => id !== type)) };
};

/** The workflow that a query names. */
export function workflowAsked(call: Call): Workflow {
  const name = call.query.text('workflowName');
  if (name === undefined || name === '') throw refuse(404, 'The workflow is not specified.');
  return workflowNamed(call, name);
}

const without = ({ workflowIds }: SchemeParts, workflowId: string): readonly (readonly [number, string])[] =>
  [...workflowIds].filter(([, id]) => id !== workflowId);

export const setWorkflow: SchemeEdit = (call, parts) => {
  const { id } = workflowAsked(call);
  const types = idsIn(call.body, 'issueTypes').map((type) => typeId(call, String(type), 400));
  const isDefault = call.body?.defaultMapping === true;
  return {
    ...parts,
    ...(isDefault && { defaultWorkflowId: id }),
    workflowIds: new Map([...without(parts, id), ...types.map((type) => [type, id] as const)]),
  };
};

export const removeWorkflow: SchemeEdit = (call, parts) => ({
  ...parts,
  workflowIds: new Map(without(parts, workflowAsked(call).id)),
});
