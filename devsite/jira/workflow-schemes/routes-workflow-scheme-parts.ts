import { adminRoute } from '../admin-route';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE } from '../points';
import { refuse } from '../refusal';
import type { BodyShape, Call, Parameter, Route, RouteAnswer } from '../route';
import { calledDraft, editDraft, editScheme, partsCalled } from './workflow-scheme-called';
import {
  removeType,
  removeWorkflow,
  resetDefault,
  type SchemeEdit,
  setDefault,
  setType,
  setWorkflow,
  workflowAsked,
} from './workflow-scheme-edits';
import { workflowName } from './workflow-scheme-shape';
import type { SchemeParts } from './workflow-scheme-store';

type Reading = (call: Call, parts: SchemeParts) => Json;

const readDefault: Reading = ({ world }, parts) => ({ workflow: workflowName(world.setup, parts.defaultWorkflowId) });

const readType: Reading = ({ world, path }, { workflowIds }) => {
  const { issueType = '' } = path;
  const id = workflowIds.get(Number(issueType));
  if (id === undefined) throw refuse(404, `The issue type with ID ${issueType} is not mapped in the scheme.`);
  return { issueType, workflow: workflowName(world.setup, id) };
};

const ofWorkflow = ({ world }: Call, parts: SchemeParts, id: string): Json => ({
  workflow: workflowName(world.setup, id),
  issueTypes: [...parts.workflowIds].filter(([, workflowId]) => workflowId === id).map(([typeId]) => String(typeId)),
  defaultMapping: parts.defaultWorkflowId === id,
});

/** One workflow's when a query names it, else each one's in a list. */
const readWorkflow: Reading = (call, parts) => {
  const ids = [...new Set([parts.defaultWorkflowId, ...parts.workflowIds.values()])];
  if (call.query.text('workflowName') === undefined) return ids.map((id) => ofWorkflow(call, parts, id));
  const { id, name } = workflowAsked(call);
  if (!ids.includes(id)) throw refuse(404, `The workflow '${name}' is not in the scheme.`);
  return ofWorkflow(call, parts, id);
};

/** The three parts of a scheme that have calls of their own, on the scheme and on its draft. */
interface Part {
  readonly path: string;
  readonly operations: Readonly<Record<'get' | 'put' | 'delete', readonly [scheme: string, draft: string]>>;
  readonly query: Readonly<Record<string, Parameter>>;
  readonly body: BodyShape;
  readonly read: Reading;
  readonly set: SchemeEdit;
  readonly remove: SchemeEdit;
  /** Of the answer to a removal; absent: none. */
  readonly removalTells: boolean;
}

const parts: readonly Part[] = [
  {
    path: 'default',
    operations: {
      get: ['getDefaultWorkflow', 'getDraftDefaultWorkflow'],
      put: ['updateDefaultWorkflow', 'updateDraftDefaultWorkflow'],
      delete: ['deleteDefaultWorkflow', 'deleteDraftDefaultWorkflow'],
    },
    query: {},
    body: { workflow: 'text', updateDraftIfNeeded: 'boolean' },
    read: readDefault,
    set: setDefault,
    remove: resetDefault,
    removalTells: true,
  },
  {
    path: 'issuetype/{issueType}',
    operations: {
      get: ['getWorkflowSchemeIssueType', 'getWorkflowSchemeDraftIssueType'],
      put: ['setWorkflowSchemeIssueType', 'setWorkflowSchemeDraftIssueType'],
      delete: ['deleteWorkflowSchemeIssueType', 'deleteWorkflowSchemeDraftIssueType'],
    },
    query: {},
    body: { issueType: 'text', workflow: 'text', updateDraftIfNeeded: 'boolean' },
    read: readType,
    set: setType,
    remove: removeType,
    removalTells: true,
  },
  {
    path: 'workflow',
    operations: {
      get: ['getWorkflow', 'getDraftWorkflow'],
      put: ['updateWorkflowMapping', 'updateDraftWorkflowMapping'],
      delete: ['deleteWorkflowMapping', 'deleteDraftWorkflowMapping'],
    },
    query: { workflowName: 'text' },
    body: { workflow: 'text', issueTypes: 'any', defaultMapping: 'boolean', updateDraftIfNeeded: 'boolean' },
    read: readWorkflow,
    set: setWorkflow,
    remove: removeWorkflow,
    removalTells: false,
  },
];

const telling =
  (tells: boolean, answer: (call: Call) => RouteAnswer) =>
  (call: Call): RouteAnswer => {
    const answered = answer(call);
    return tells ? answered : { status: answered.status };
  };

const ofScheme = ({ operations, query, body, ...part }: Part): readonly Route[] => {
  const path = `/workflowscheme/{id}/${part.path}`;
  return [
    adminRoute({
      method: 'GET',
      path,
      operationId: operations.get[0],
      query: { ...query, returnDraftIfExists: 'boolean' },
      points: READ_ONE,
      answer: ok((call) => part.read(call, partsCalled(call))),
    }),
    adminRoute({ method: 'PUT', path, operationId: operations.put[0], query, body, answer: editScheme(part.set) }),
    adminRoute({
      method: 'DELETE',
      path,
      operationId: operations.delete[0],
      query: { ...query, updateDraftIfNeeded: 'boolean' },
      answer: telling(part.removalTells, editScheme(part.remove)),
    }),
  ];
};

const ofDraft = ({ operations, query, body, ...part }: Part): readonly Route[] => {
  const path = `/workflowscheme/{id}/draft/${part.path}`;
  return [
    adminRoute({
      method: 'GET',
      path,
      operationId: operations.get[1],
      query,
      points: READ_ONE,
      answer: ok((call) => part.read(call, calledDraft(call).draft)),
    }),
    adminRoute({ method: 'PUT', path, operationId: operations.put[1], query, body, answer: editDraft(part.set) }),
    adminRoute({
      method: 'DELETE',
      path,
      operationId: operations.delete[1],
      query,
      answer: telling(part.removalTells, editDraft(part.remove)),
    }),
  ];
};

export const workflowSchemePartRoutes: readonly Route[] = parts.flatMap((part) => [
  ...ofScheme(part),
  ...ofDraft(part),
]);
