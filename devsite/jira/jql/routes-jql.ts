import { administratorsOnly } from '../admin';
import { idsIn, objectsIn, textIn, textsIn } from '../body-reading';
import { needed } from '../fields/asked-fields';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE } from '../points';
import { Refusal, refuse } from '../refusal';
import type { Call, Route } from '../route';
import { referenceData, suggestions } from './autocomplete';
import { type Jql, parseJql } from './jql-parse';
import { sanitized } from './jql-sanitize';
import { jqlStructure } from './jql-structure';
import { checkJql, matched } from './search';

/** Jira says that there are limits, and not which: chosen here. */
const MOST_QUERIES = 200;
const MOST_ISSUES = 1_000;

const errorsOf = (work: () => void): readonly string[] => {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.errorMessages;
    throw error;
  }
};

/** A value that does not exist is worth a warning, as Jira's description has it. */
const isMissingValue = (message: string): boolean =>
  /^(The value|The option|An issue with key) '.*' (for field '.*' )?does not exist/s.test(message);

function parsed({ world, caller }: Call, validation: string, query: string): Json {
  const read: { jql?: Jql } = {};
  const broken = errorsOf(() => {
    read.jql = parseJql(query);
  });
  if (!read.jql) return { query, errors: broken };
  const structure = jqlStructure(read.jql);
  if (validation === 'none') return { query, structure };
  const told = errorsOf(() => checkJql(world, caller.accountId, query));
  const errors = told.filter((message) => !isMissingValue(message));
  const warnings = told.filter(isMissingValue);
  return {
    query,
    ...(errors.length === 0 || validation === 'warn' ? { structure } : {}),
    ...(errors.length > 0 && { errors }),
    ...(warnings.length > 0 && { warnings }),
  };
}

function parseAll(call: Call): Json {
  const queries = textsIn(call.body, 'queries');
  if (queries.length === 0) throw refuse(400, 'The queries has to be provided.');
  const validation = call.query.text('validation') ?? 'strict';
  return { queries: queries.map((query) => parsed(call, validation, query)) };
}

/** For each query, the issues of the call that it matches. */
function matches({ world, caller, body }: Call): Json {
  for (const name of ['issueIds', 'jqls'])
    if (!Array.isArray(body?.[name])) throw refuse(400, `The '${name}' must be provided.`);
  const ids = [...new Set(idsIn(body, 'issueIds'))];
  const jqls = textsIn(body, 'jqls');
  if (ids.length > MOST_ISSUES) throw refuse(400, `No more than ${MOST_ISSUES} issues can be matched at once.`);
  if (jqls.length > MOST_QUERIES) throw refuse(400, `No more than ${MOST_QUERIES} queries can be matched at once.`);
  const each = jqls.map((jql) => {
    try {
      return { matchedIssues: matched(world, caller.accountId, jql, ids), errors: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { matchedIssues: [], errors: [`Invalid JQL: ${jql}`] };
    }
  });
  return { matches: each };
}

/** Project ids that there are not are ignored, as the description says. */
function filteredReference({ world, caller, body }: Call): Json {
  const includeCollapsed = body?.includeCollapsedFields ?? false;
  if (typeof includeCollapsed !== 'boolean') throw refuse(400, "'includeCollapsedFields' must be true or false.");
  return referenceData(world, caller.accountId, { projectIds: idsIn(body, 'projectIds'), includeCollapsed });
}

function suggest({ world, caller, query }: Call): Json {
  const fieldName = query.text('fieldName');
  if (fieldName === undefined) throw refuse(400, "The 'fieldName' must be provided.");
  return suggestions(world, caller.accountId, {
    fieldName,
    fieldValue: query.text('fieldValue'),
    predicateName: query.text('predicateName'),
    predicateValue: query.text('predicateValue'),
  });
}

function sanitize(call: Call): Json {
  administratorsOnly(call);
  const queries = objectsIn(call.body, 'queries');
  if (queries.length === 0) throw refuse(400, 'The queries has to be provided.');
  return {
    queries: queries.map((each) => {
      const initialQuery = needed(each, 'query', 'queries');
      const accountId = textIn(each, 'accountId', undefined);
      const told = { initialQuery, ...(accountId !== undefined && { accountId }) };
      const errorMessages = errorsOf(() => parseJql(initialQuery));
      if (errorMessages.length > 0) return { ...told, errors: { errorMessages, errors: {} } };
      return { ...told, sanitizedQuery: sanitized(call.world, accountId, initialQuery) };
    }),
  };
}

const reading = { scopes: ['read:jira-work'], permission: 'finds what the caller may browse' };

export const jqlRoutes: readonly Route[] = [
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/jql/match',
    operationId: 'matchIssues',
    body: { issueIds: 'any', jqls: 'any' },
    points: { base: 1 },
    answer: ok(matches),
  },
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/jql/parse',
    operationId: 'parseJqlQueries',
    query: { validation: { oneOf: ['strict', 'warn', 'none'] } },
    body: { queries: 'any' },
    points: { base: 1 },
    answer: ok(parseAll),
  },
  {
    ...reading,
    method: 'GET',
    path: '/rest/api/3/jql/autocompletedata',
    operationId: 'getAutoComplete',
    points: READ_ONE,
    answer: ok(({ world, caller }) => referenceData(world, caller.accountId)),
  },
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/jql/autocompletedata',
    operationId: 'getAutoCompletePost',
    body: { includeCollapsedFields: 'any', projectIds: 'any' },
    points: READ_ONE,
    answer: ok(filteredReference),
  },
  {
    ...reading,
    method: 'GET',
    path: '/rest/api/3/jql/autocompletedata/suggestions',
    operationId: 'getFieldAutoCompleteForQueryString',
    query: { fieldName: 'text', fieldValue: 'text', predicateName: 'text', predicateValue: 'text' },
    points: READ_ONE,
    answer: ok(suggest),
  },
  {
    method: 'POST',
    path: '/rest/api/3/jql/sanitize',
    operationId: 'sanitiseJqlQueries',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    body: { queries: { query: 'any', accountId: 'any' } },
    points: { base: 1 },
    answer: ok(sanitize),
  },
];
