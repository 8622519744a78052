import { administratorsOnly } from './admin';
import { allFields } from './field-shape';
import type { Json } from './json';
import { ok } from './ok';
import { asPage, pageAnswer, pageAsk } from './page-answer';
import { READ_ALL, readList } from './points';
import { refuse } from './refusal';
import type { Call, Route } from './route';
import type { FieldContext } from './configuration';
import type { CustomField } from './setup';

function fieldSearch(call: Call): Json {
  administratorsOnly(call);
  const { world, query } = call;
  const [types, ids] = [query.list('type'), query.list('id')];
  const text = (query.text('query') ?? '').toLowerCase();
  const found = allFields(world).filter(
    ({ id, name, custom }) =>
      (types.length === 0 || types.includes(custom ? 'custom' : 'system')) &&
      (ids.length === 0 || ids.includes(id)) &&
      name.toLowerCase().includes(text),
  );
  const backwards = query.text('orderBy') === '-name';
  const ordered = found.sort((a, b) => (backwards ? -1 : 1) * (a.name < b.name ? -1 : 1));
  return pageAnswer(call, ordered, pageAsk(call, 50, 100), ({ id, key, name, schema }) => ({
    id,
    key,
    name,
    schema,
    description: '',
  }));
}

function calledField({ world, path }: Call): CustomField {
  const field = world.setup.fields.get(path.fieldId ?? '');
  if (!field) throw refuse(404, 'The custom field was not found.');
  return field;
}


function contexts(call: Call): Json {
  administratorsOnly(call);
  const field = calledField(call);
  const { query } = call;
  const wanted = query.list('contextId');
  const agrees = (name: string, is: boolean): boolean => query.boolean(name, is) === is;
  const isWanted = ({ id, issueTypeIds, projectIds }: FieldContext): boolean =>
    (wanted.length === 0 || wanted.includes(String(id))) &&
    agrees('isAnyIssueType', issueTypeIds.length === 0) &&
    agrees('isGlobalContext', projectIds.length === 0);
  return pageAnswer(call, field.contexts.filter(isWanted), pageAsk(call), (each) => ({
    id: String(each.id),
    name: each.name,
    description: each.description,
    isGlobalContext: each.projectIds.length === 0,
    isAnyIssueType: each.issueTypeIds.length === 0,
  }));
}

function options(call: Call): Json {
  administratorsOnly(call);
  const field = calledField(call);
  const context = field.contexts.find(({ id }) => String(id) === call.path.contextId);
  if (!context) throw refuse(404, 'The custom field context was not found.');
  const wanted = call.query.text('optionId');
  const found = context.options.filter(({ id }) => wanted === undefined || wanted === String(id));
  return pageAnswer(call, found, pageAsk(call, 100), ({ id, value, disabled }) => ({
    id: String(id),
    value,
    disabled,
  }));
}

const administered = {
  method: 'GET',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators, and the app',
} as const;

export const fieldRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/field',
    operationId: 'getFields',
    scopes: ['read:jira-work'],
    permission: 'anyone signed in',
    points: READ_ALL,
    answer: ok(({ world }) => allFields(world)),
  },
  {
    ...administered,
    path: '/rest/api/3/field/search',
    operationId: 'getFieldsPaginated',
    scopes: ['read:jira-work'],
    query: {
      ...asPage,
      type: { listOf: ['custom', 'system'] },
      id: 'list',
      query: 'text',
      orderBy: { oneOf: ['name', '+name', ' name', '-name'] },
    },
    points: readList('values'),
    answer: ok(fieldSearch),
  },
  {
    ...administered,
    path: '/rest/api/3/field/{fieldId}/context',
    operationId: 'getContextsForField',
    query: { ...asPage, isAnyIssueType: 'boolean', isGlobalContext: 'boolean', contextId: 'list' },
    points: readList('values'),
    answer: ok(contexts),
  },
  {
    ...administered,
    path: '/rest/api/3/field/{fieldId}/context/{contextId}/option',
    operationId: 'getOptionsForContext',
    query: { ...asPage, optionId: 'text', onlyOptions: 'boolean' },
    points: readList('values'),
    answer: ok(options),
  },
];
