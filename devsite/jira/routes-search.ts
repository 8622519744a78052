import { NotSimulated } from '../simulators/simulator';
import type { Json } from './json';
import { type Points, readList } from './points';
import { Refusal, refuse } from './refusal';
import type { Call, Route } from './route';
import { approximateCount, matched, type SearchAsk, searchPage } from './search';

const PAGE = 50;
const SEARCH: Points = readList('issues');

const idsOf = (list: readonly (string | number)[]): readonly number[] =>
  list.map((member) => {
    if (!/^\d+$/.test(String(member))) throw refuse(400, `The value '${member}' of 'reconcileIssues' is no issue id.`);
    return Number(member);
  });

function asQuery({ query }: Call): SearchAsk {
  return {
    jql: query.text('jql') ?? '',
    nextPageToken: query.text('nextPageToken'),
    maxResults: query.integer('maxResults', PAGE),
    fields: query.list('fields'),
    expand: query.list('expand'),
    properties: query.list('properties'),
    reconcileIssues: idsOf(query.list('reconcileIssues')),
  };
}

function asBody(body: Json): SearchAsk {
  if (body?.fieldsByKeys) throw new NotSimulated('fieldsByKeys=true');
  return {
    jql: body?.jql ?? '',
    nextPageToken: body?.nextPageToken ?? undefined,
    maxResults: body?.maxResults ?? PAGE,
    fields: body?.fields ?? [],
    expand: (body?.expand ?? '').split(',').filter((name: string) => name !== ''),
    properties: body?.properties ?? [],
    reconcileIssues: idsOf(body?.reconcileIssues ?? []),
  };
}

/** For each query, the issues of the call that it matches. */
function matches({ world, caller, body }: Call): Json {
  const ids = idsOf(body?.issueIds ?? []);
  return (body?.jqls ?? []).map((jql: string) => {
    try {
      return { matchedIssues: matched(world, caller.accountId, jql, ids), errors: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { matchedIssues: [], errors: [`Invalid JQL: ${jql}`] };
    }
  });
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
      fieldsByKeys: 'any',
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
      body: { count: approximateCount(world, caller.accountId, body?.jql ?? '') },
    }),
  },
  {
    ...reading,
    method: 'POST',
    path: '/rest/api/3/jql/match',
    operationId: 'matchIssues',
    body: { issueIds: 'any', jqls: 'any' },
    points: { base: 1 },
    answer: (call) => ({ status: 200, body: { matches: matches(call) } }),
  },
];
