import { administratorsOnly } from './admin';
import { jiraTime } from './jira-time';
import type { Json } from './json';
import { ok } from './ok';
import { asPage, pageAnswer, pageAsk } from './page-answer';
import { READ_ALL, READ_ONE, readList } from './points';
import type { Call, Route } from './route';
import type { Named, Priority, Status } from './setup';
import {
  categoryShape,
  issueTypeShape,
  linkTypeShape,
  priorityShape,
  resolutionShape,
  SITE,
  statusShape,
} from './shapes';

const serverInfo = ({ world }: Call): Json => ({
  baseUrl: SITE,
  displayUrl: SITE,
  version: '1001.0.0-SNAPSHOT',
  versionNumbers: [1001, 0, 0],
  deploymentType: 'Cloud',
  buildNumber: 100_000,
  buildDate: jiraTime(0),
  serverTime: jiraTime(world.clock.now()),
  scmInfo: '0000000000000000000000000000000000000000',
  serverTitle: 'Jira',
  serverTimeZone: 'UTC',
  defaultLocale: { locale: 'en_US' },
});

/** A status as the newer calls answer it. */
const statusBean = ({ id, name, category }: Status): Json => ({
  id: String(id),
  name,
  statusCategory: category,
  scope: { type: 'GLOBAL' },
  description: '',
});

function statusSearch(call: Call): Json {
  administratorsOnly(call);
  const { world, query } = call;
  const text = (query.text('searchString') ?? '').toLowerCase();
  const category = query.text('statusCategory');
  const found = [...world.setup.statuses.values()].filter(
    (status) => status.name.toLowerCase().includes(text) && (category === undefined || status.category === category),
  );
  return pageAnswer(call, found, pageAsk(call, 200), statusBean);
}

function statusesById(call: Call): Json {
  administratorsOnly(call);
  const ids = call.query.list('id').map(Number);
  return ids.flatMap((id) => call.world.setup.statuses.get(id) ?? []).map(statusBean);
}

function categories({ world }: Call): Json {
  const shapes = [...world.setup.statuses.values()].map(categoryShape);
  return [...new Map(shapes.map((shape) => [shape.id, shape])).values()];
}

function found<Thing extends Named>(call: Call, things: ReadonlyMap<number, Thing>): readonly Thing[] {
  const ids = call.query.list('id');
  return [...things.values()].filter(({ id }) => ids.length === 0 || ids.includes(String(id)));
}

function prioritySearch(call: Call): Json {
  administratorsOnly(call);
  const name = (call.query.text('priorityName') ?? '').toLowerCase();
  const priorities = found<Priority>(call, call.world.setup.priorities).filter((each) =>
    each.name.toLowerCase().includes(name),
  );
  return pageAnswer(call, priorities, pageAsk(call), (priority) => ({ ...priorityShape(priority), isDefault: false }));
}

const resolutionSearch = (call: Call): Json =>
  pageAnswer(call, found(call, call.world.setup.resolutions), pageAsk(call), (resolution) => ({
    ...resolutionShape(resolution),
    isDefault: false,
  }));

const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const administered = {
  method: 'GET',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators, and the app',
} as const;

/** A whole table of the set-up in one answer. */
const table = (name: string, operationId: string, answer: (call: Call) => Json): Route => ({
  ...read,
  path: `/rest/api/3/${name}`,
  operationId,
  points: READ_ALL,
  answer: ok(answer),
});

export const metadataRoutes: readonly Route[] = [
  {
    ...read,
    scopes: [],
    path: '/rest/api/3/serverInfo',
    operationId: 'getServerInfo',
    points: READ_ONE,
    answer: ok(serverInfo),
  },
  table('issuetype', 'getIssueAllTypes', ({ world }) => [...world.setup.issueTypes.values()].map(issueTypeShape)),
  table('status', 'getStatuses', ({ world }) => [...world.setup.statuses.values()].map(statusShape)),
  table('statuscategory', 'getStatusCategories', categories),
  table('priority', 'getPriorities', ({ world }) => [...world.setup.priorities.values()].map(priorityShape)),
  table('resolution', 'getResolutions', ({ world }) => [...world.setup.resolutions.values()].map(resolutionShape)),
  {
    ...read,
    path: '/rest/api/3/issueLinkType',
    operationId: 'getIssueLinkTypes',
    points: readList('issueLinkTypes'),
    answer: ok(({ world }) => ({ issueLinkTypes: [...world.setup.linkTypes.values()].map(linkTypeShape) })),
  },
  {
    ...administered,
    path: '/rest/api/3/statuses/search',
    operationId: 'search',
    query: { ...asPage, searchString: 'text', statusCategory: { oneOf: ['TODO', 'IN_PROGRESS', 'DONE'] } },
    points: readList('values'),
    answer: ok(statusSearch),
  },
  {
    ...administered,
    path: '/rest/api/3/statuses',
    operationId: 'getStatusesById',
    query: { id: 'list' },
    points: READ_ALL,
    answer: ok(statusesById),
  },
  {
    ...administered,
    path: '/rest/api/3/priority/search',
    operationId: 'searchPriorities',
    query: { ...asPage, id: 'list', priorityName: 'text', onlyDefault: { oneOf: ['false'] } },
    points: readList('values'),
    answer: ok(prioritySearch),
  },
  {
    ...read,
    path: '/rest/api/3/resolution/search',
    operationId: 'searchResolutions',
    query: { ...asPage, id: 'list', onlyDefault: { oneOf: ['false'] } },
    points: readList('values'),
    answer: ok(resolutionSearch),
  },
];
