import { adminRoute, noContent } from '../admin-route';
import { idIn, someIdsIn } from '../body-ids';
import type { Option } from '../configuration/configuration';
import { reordered } from '../configuration/reordered';
import { insertRow } from '../ids';
import { changeIssue } from '../issues/change';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { startTask } from '../tasks';
import { taskAnswer } from '../workflows/workflow-task';
import { calledChoice, deleteOption, issuesWith, keepOrder, optionIn, replaced } from './option-store';
import { checkDistinct, disabledIn, MOST_A_FIELD, optionsIn, valueIn } from './options-in';

const optionOfContext = ({ id, value, disabled }: Option): Json => ({ id: String(id), value, disabled });

function list(call: Call): Json {
  const { context } = calledChoice(call);
  const wanted = call.query.text('optionId');
  const found = context.options.filter(({ id }) => wanted === undefined || wanted === String(id));
  return pageAnswer(call, found, pageAsk(call, 100), optionOfContext);
}

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const { field, context } = calledChoice(call);
  const given = optionsIn(body).map((option) => ({ value: valueIn(option), disabled: disabledIn(option) }));
  const count = field.contexts.reduce((sum, { options }) => sum + options.length, given.length);
  if (count > MOST_A_FIELD) throw refuse(400, `A field can have no more than ${MOST_A_FIELD} options.`);
  checkDistinct([...context.options, ...given].map(({ value }) => value));
  const options = given.map(({ value, disabled }, place) => ({
    id: insertRow(world.database, 'jira_option', {
      context_id: context.id,
      value,
      disabled: Number(disabled),
      position: context.options.length + place,
    }),
    value,
    disabled,
  }));
  world.reloadSetup();
  return { status: 200, body: { options: options.map(optionOfContext) } };
}

/** What the body changes of options that are there; what it leaves as it is is not answered. */
function update(call: Call): RouteAnswer {
  const { world, body } = call;
  const { context } = calledChoice(call);
  const changed = optionsIn(body).flatMap((option) => {
    const before = optionIn(context, idIn(option, 'id'));
    const after = { ...before, value: valueIn(option, before.value), disabled: disabledIn(option, before.disabled) };
    return before.value === after.value && before.disabled === after.disabled ? [] : [after];
  });
  const after = new Map([...context.options, ...changed].map((option) => [option.id, option]));
  checkDistinct([...after.values()].map(({ value }) => value));
  for (const { id, value, disabled } of changed)
    world.database.sql('UPDATE jira_option SET value = ?, disabled = ? WHERE id = ?').run(value, Number(disabled), id);
  world.reloadSetup();
  return { status: 200, body: { options: changed.map(optionOfContext) } };
}

function move(call: Call): RouteAnswer {
  const { context } = calledChoice(call);
  const ids = someIdsIn(call.body, 'customFieldOptionIds');
  for (const id of ids) optionIn(context, id);
  keepOrder(
    call.world,
    reordered(
      context.options.map(({ id }) => id),
      ids,
      call.body,
    ),
  );
  return noContent;
}

function remove(call: Call): RouteAnswer {
  const called = calledChoice(call);
  deleteOption(call.world, called, optionIn(called.context, Number(call.path.optionId)));
  return noContent;
}

/** Takes an option off every issue, another in its place if one is named; each issue's history tells of it. */
function deselect(call: Call): RouteAnswer {
  const { world, caller, query } = call;
  const { field, context } = calledChoice(call);
  const { id } = optionIn(context, Number(call.path.optionId));
  const other =
    query.text('replaceWith') === undefined ? undefined : optionIn(context, query.integer('replaceWith', 0)).id;
  const rows = issuesWith(world, field, id);
  for (const row of rows) {
    const custom = JSON.parse(row.custom_json);
    changeIssue(world, { row, custom }, caller.accountId, new Map([[field.id, replaced(custom[field.id], id, other)]]));
  }
  const task = startTask(world, {
    description: `Remove option ${id} from issues`,
    submittedBy: caller.accountId,
    result: { modifiedIssues: rows.map((row) => row.id), unmodifiedIssues: [] },
  });
  return taskAnswer(world, task);
}

const all = '/field/{fieldId}/context/{contextId}/option';
const one = `${all}/{optionId}`;

export const fieldOptionRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: all,
    operationId: 'getOptionsForContext',
    query: { ...asPage, optionId: 'text', onlyOptions: 'boolean' },
    answer: ok(list),
  }),
  adminRoute({
    method: 'POST',
    path: all,
    operationId: 'createCustomFieldOption',
    body: { options: { value: 'any', disabled: 'any' } },
    answer: create,
  }),
  adminRoute({
    method: 'PUT',
    path: all,
    operationId: 'updateCustomFieldOption',
    body: { options: { id: 'any', value: 'any', disabled: 'any' } },
    answer: update,
  }),
  adminRoute({
    method: 'PUT',
    path: `${all}/move`,
    operationId: 'reorderCustomFieldOptions',
    body: { customFieldOptionIds: 'any', after: 'any', position: 'any' },
    answer: move,
  }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deleteCustomFieldOption', answer: remove }),
  adminRoute({
    method: 'DELETE',
    path: `${one}/issue`,
    operationId: 'replaceCustomFieldOption',
    query: { replaceWith: 'integer' },
    answer: deselect,
  }),
];
