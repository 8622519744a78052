import { NotSimulated } from '../../simulators/simulator';
import { adminRoute, noContent } from '../admin-route';
import { objectsIn } from '../body-reading';
import { configure } from '../configuration/configure';
import type { CustomField } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { sharedField } from './custom-field-store';
import { optionIn } from './option-store';

const SINGLE = 'option.single';

/** A field of one option; 501 for those whose defaults are not simulated. */
function choice(call: Call): CustomField {
  const field = sharedField(call);
  if (field.type !== 'select' && field.type !== 'radio')
    throw new NotSimulated(`defaults of custom fields of the type ${field.type}`);
  return field;
}

function list(call: Call): Json {
  const { query } = call;
  const defaults = choice(call).contexts.flatMap(({ id, defaultOptionId }) => {
    const wanted = query.list('contextId').length === 0 || query.has('contextId', String(id));
    if (!wanted || defaultOptionId === undefined) return [];
    return [{ type: SINGLE, contextId: String(id), optionId: String(defaultOptionId) }];
  });
  return pageAnswer(call, defaults, pageAsk(call), (each) => each);
}

/** An `optionId` of null takes the default away. */
function put(call: Call): RouteAnswer {
  const field = choice(call);
  const given = objectsIn(call.body, 'defaultValues');
  if (given.length === 0) throw refuse(400, 'The defaultValues must not be empty.');
  const kept = given.map(({ type, contextId, optionId }) => {
    if (type !== SINGLE) throw refuse(400, `The default value type '${type}' does not fit the custom field.`);
    const context = field.contexts.find(({ id }) => String(id) === String(contextId));
    if (!context) throw refuse(404, `The custom field context '${contextId}' was not found.`);
    return { contextId: context.id, optionId: optionId === null ? null : optionIn(context, Number(optionId)).id };
  });
  for (const { contextId, optionId } of kept)
    configure(call.world, 'UPDATE jira_field_context SET default_option_id = ? WHERE id = ?', optionId, contextId);
  return noContent;
}

const path = '/field/{fieldId}/context/defaultValue';

export const fieldDefaultRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path,
    operationId: 'getDefaultValues',
    query: { ...asPage, contextId: 'list' },
    answer: ok(list),
  }),
  adminRoute({
    method: 'PUT',
    path,
    operationId: 'setDefaultValues',
    body: { defaultValues: { type: 'any', contextId: 'any', optionId: 'any' } },
    answer: put,
  }),
];
