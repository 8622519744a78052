import { NotSimulated } from '../../simulators/simulator';
import type { WorkflowRule } from '../configuration/configuration';
import type { CustomField } from '../configuration/setup';
import { keptValue } from '../fields/custom-values';
import { settableFields } from '../fields/settable-fields';
import type { Json } from '../json';
import { keptField, type Moving, toldField } from './workflow-moving';

type Parameters = WorkflowRule['parameters'];
type Changes = readonly (readonly [field: string, kept: Json])[];
type PostFunction = (moving: Moving, parameters: Parameters) => Changes;

const documentOf = (text: string): Json => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const asJson: Partial<Record<CustomField['type'] | string, (text: string) => Json>> = {
  select: (value) => ({ value }),
  number: Number,
  user: (accountId) => ({ accountId }),
  assignee: (accountId) => ({ accountId }),
  reporter: (accountId) => ({ accountId }),
  group: (name) => ({ name }),
  textarea: documentOf,
  description: documentOf,
  labels: (text) => text.split(/[\s,]+/),
  priority: (id) => ({ id }),
  resolution: (id) => ({ id }),
};

/** What is to be kept of a field that is set to a text; the empty one empties it. */
function keptText({ world, issue, caller }: Moving, id: string, text: string): Json {
  if (text === '' && id !== 'summary') return id === 'labels' ? '[]' : null;
  const { project_id: projectId, type_id: typeId } = issue.row;
  const field = world.setup.fields.get(id);
  const json = asJson[field?.type ?? id]?.(text) ?? text;
  if (field) return keptValue(world.setup, field, json, { projectId, typeId });
  const system = Object.hasOwn(settableFields, id) ? settableFields[id] : undefined;
  if (!system) throw new NotSimulated(`the field ${id} of a workflow rule`);
  return system.keep(json, { world, projectId, typeId, accountId: caller.accountId, issue });
}

const updateField: PostFunction = (moving, { field = '', value = '', mode }) => {
  const before = toldField(moving.world, moving.changed, field).text;
  const text = mode === 'append' && before !== null ? `${before} ${value}` : value;
  return [[field, keptText(moving, field, text)]];
};

const copyField: PostFunction = (moving, { sourceFieldKey = '', targetFieldKey = '', issueSource = 'SAME' }) => {
  if (issueSource !== 'SAME') throw new NotSimulated('copying a field from the parent in a workflow rule');
  const { fields } = moving.world.setup;
  const alike = fields.get(sourceFieldKey)?.type === fields.get(targetFieldKey)?.type;
  if (alike && fields.has(sourceFieldKey)) return [[targetFieldKey, keptField(moving.changed, sourceFieldKey)]];
  const { text } = toldField(moving.world, moving.changed, sourceFieldKey);
  return text === null ? [] : [[targetFieldKey, keptText(moving, targetFieldKey, text)]];
};

const changeAssignee: PostFunction = ({ world, issue, caller }, { type, accountId }) => {
  const lead = world.setup.projects.get(issue.row.project_id)?.lead ?? null;
  const people: Readonly<Record<string, string | null>> = {
    'to-selected-user': accountId ?? null,
    'to-unassigned': null,
    'to-current-user': caller.accountId,
    'to-default-user': lead,
  };
  if (type === undefined || !Object.hasOwn(people, type))
    throw new NotSimulated(`the assignee ${type} of a workflow rule`);
  return [['assignee', people[type]]];
};

/** Jira's own post functions: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ (2026-11) */
export const systemPostFunctions: Readonly<Record<string, PostFunction>> = {
  'system:update-field': updateField,
  'system:copy-value-from-other-field': copyField,
  'system:change-assignee': changeAssignee,
};
