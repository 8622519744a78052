import { NotSimulated } from '../../simulators/simulator';
import { idsIn, integerIn, textIn, textsIn } from '../body-reading';
import type { Json } from '../json';
import { type Points, readList } from '../points';
import type { Call, Route } from '../route';
import { approximateCount, type SearchAsk, searchPage } from './search';

const PAGE = 50;
const SEARCH: Points = readList('issues');

function asQuery({ query }: Call): SearchAsk {
  return {
    jql: query.text('jql') ?? '',
    nextPageToken: query.text('nextPageToken'),
    maxResults: query.integer('maxResults', PAGE),
    fields: query.list('fields'),
    expand: query.list('expand'),
    properties: query.list('properties'),
    reconcileIssues: idsIn({ ids: query.list('reconcileIssues') }, 'ids'),
  };
}

function asBody(body: Json): SearchAsk {
  if (body?.fieldsByKeys) throw new NotSimulated('fieldsByKeys=true');
  return {
    jql: textIn(body, 'jql', ''),
    nextPageToken: textIn(body, 'nextPageToken', undefined),
    maxResults: integerIn(body, 'maxResults', PAGE),
    fields: textsIn(body, 'fields'),
    expand: textIn(body, 'expand', '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    properties: textsIn(body, 'properties'),
    reconcileIssues: idsIn(body, 'reconcileIssues'),
  };
}

const reading = {
  scopes: ['read:jira-work'],
  permission: 'finds what the caller may browse',
};

export const searchRoutes: readonly Route[] = [
  {
    ...reading,
    method: 'GET',
    path: '/rest/api/3/search/jql',
    operationId: 'searchAndReconsileIssuesUsingJql',
    query: {
      jql: 'text',
      nextPageToken: 'text',
      maxResults: 'integer',
      fields: 'list',
      expand: { listOf: ['names', 'schema', 'changelog', 'transitions'] },
      properties: 'list',
      fieldsByKeys: { oneOf: ['false'] },
      reconcileIssues: 'list',
    },
    points: SEARCH,
    answer: (call) => ({ status: 200, body: searchPage(call.world, call.caller.accountId, asQuery(call)) }),
  },
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/search/jql',
    operationId: 'searchAndReconsileIssuesUsingJqlPost',
    body: {
      jql: 'any',
      nextPageToken: 'any',
      maxResults: 'any',
      fields: 'any',
      expand: 'any',
      properties: 'any',
      fieldsByKeys: 'boolean',
      reconcileIssues: 'any',
    },
    points: SEARCH,
    answer: (call) => ({ status: 200, body: searchPage(call.world, call.caller.accountId, asBody(call.body)) }),
  },
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    operationId: 'countIssues',
    body: { jql: 'any' },
    points: { base: 1 },
    answer: ({ world, caller, body }) => ({
      status: 200,
      body: { count: approximateCount(world, caller.accountId, textIn(body, 'jql', '')) },
    }),
  },
];
