import { malformed } from '../body-reading';
import { isObject } from '../checks';
import { editFields } from '../fields/create-fields';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { SITE } from '../shapes';
import { isBulkEditable, severalOptionsOf, wantedIn } from './bulk-edit-input';
import { type BulkResult, bulk, eachSelected, mayBulkChange, refusedBulk, selected } from './bulk-task';
import { changeIssue } from './change';
import { editOf } from './edit';
import type { Issue } from './issue';

/** One history and one event for each issue that comes out different. */
function edit(call: Call): BulkResult {
  const { issueType = {} } = call.body?.editedFieldsInput ?? {};
  if (!isObject(issueType)) throw malformed();
  const { world, caller, body } = call;
  const { accountId } = caller;
  const wanted = wantedIn(body);
  return eachSelected(selected(call, body), (issue) => {
    if (!may(world, accountId, 'EDIT_ISSUES', issue.row))
      throw refuse(403, 'You do not have permission to edit issues in this project.');
    const fields = Object.fromEntries([...wanted].map(([id, value]) => [id, value(issue)]));
    const editing = { world, accountId, screen: 'edit', where: issue.row, issue } as const;
    changeIssue(world, issue, accountId, editOf({ fields }, editing).changes);
  });
}

/** What each kind of issue among those selected lets the caller edit, by field. */
function editableIn({ world, caller }: Call, issues: readonly Issue[]): readonly Json[] {
  const kinds = new Map(issues.map(({ row }) => [`${row.project_id} ${row.type_id}`, row]));
  return [...kinds.values()].map((row) => {
    const project = world.setup.projects.get(row.project_id);
    const type = world.setup.issueTypes.get(row.type_id);
    if (!project || !type || !may(world, caller.accountId, 'EDIT_ISSUES', row)) return {};
    return editFields(world, project, type);
  });
}

/** The options that every kind of issue offers. */
const commonOptions = (metas: readonly Json[], id: string): readonly Json[] => {
  const [first = [], ...others] = metas.map((meta) => meta[id].allowedValues as readonly Json[] | undefined);
  return first.filter((option) => others.every((list) => list?.some((each) => each.id === option.id)));
};

const optionShape = (id: string, option: Json): Json => ({
  id: option.id,
  ...(option.description && { description: option.description }),
  [id === 'priority' ? 'priority' : 'value']: option.value ?? option.name,
});

function fieldShape(id: string, metas: readonly Json[], projectKeys: readonly string[]): Json {
  const { name, required, schema, allowedValues } = metas[0][id];
  const several = severalOptionsOf(schema.items);
  return {
    id,
    name,
    type: schema.custom ?? id,
    isRequired: required,
    ...(allowedValues && { fieldOptions: commonOptions(metas, id).map((option) => optionShape(id, option)) }),
    ...(several && { multiSelectFieldOptions: several }),
    ...(id === 'assignee' && {
      searchUrl: `${SITE}/rest/api/3/user/assignable/multiProjectSearch?projectKeys=${projectKeys.join(',')}&query=`,
    }),
  };
}

const PAGE = 50;

/** The stretch of a list that the cursors ask for: they are the ids of the fields it begins after or ends before. */
function stretch({ query }: Call, fields: readonly Json[]): Json {
  const at = (cursor: string) => fields.findIndex(({ id }) => id === cursor);
  const [after, before] = [query.text('startingAfter'), query.text('endingBefore')];
  const end = before === undefined ? fields.length : Math.max(at(before), 0);
  const from = after === undefined ? (before === undefined ? 0 : Math.max(end - PAGE, 0)) : at(after) + 1;
  const page = fields.slice(from, Math.min(from + PAGE, end));
  return {
    fields: page,
    ...(from > 0 && page.length > 0 && { endingBefore: page[0].id }),
    ...(from + page.length < fields.length && page.length > 0 && { startingAfter: page.at(-1).id }),
  };
}

/** The fields that can be edited in all the issues at once. */
function editable(call: Call): RouteAnswer {
  const { world, query } = call;
  if (!mayBulkChange(call)) return refusedBulk(403, 'You do not have the global permission to make bulk changes.');
  const { issues } = selected(call, { names: query.list('issueIdsOrKeys') }, 'names');
  const metas = editableIn(call, issues);
  const words = (query.text('searchText') ?? '').toLowerCase();
  const keys = [...new Set(issues.map(({ row }) => world.setup.projects.get(row.project_id)?.key ?? ''))];
  const fields = Object.keys(metas[0] ?? {})
    .filter((id) => isBulkEditable(id) && metas.every((meta) => meta[id] !== undefined))
    .map((id) => fieldShape(id, metas, keys))
    .filter(({ name }) => name.toLowerCase().includes(words))
    .sort((one, other) => one.name.localeCompare(other.name));
  if (fields.length === 0) return refusedBulk(404, 'No editable fields were found for the issues.');
  return { status: 200, body: stretch(call, fields) };
}

const path = '/rest/api/3/bulk/issues/fields';

export const bulkEditRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    operationId: 'getBulkEditableFields',
    scopes: ['read:jira-work'],
    query: { issueIdsOrKeys: 'list', searchText: 'text', endingBefore: 'text', startingAfter: 'text' },
    permission: 'Make bulk changes; Browse projects and Edit issues for each issue',
    points: readList('fields'),
    answer: editable,
  },
  {
    method: 'POST',
    path,
    operationId: 'submitBulkEdit',
    scopes: ['write:jira-work'],
    body: {
      editedFieldsInput: 'any',
      selectedActions: 'any',
      selectedIssueIdsOrKeys: 'any',
      sendBulkNotification: 'boolean',
    },
    permission: 'Make bulk changes; Browse projects and Edit issues for each issue',
    points: WRITE,
    answer: bulk('Edit issues', edit, 400),
  },
];
