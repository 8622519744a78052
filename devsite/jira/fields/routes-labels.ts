import type { Json } from '../json';
import { ok } from '../ok';
import { asPage, pageAnswer, pageAsk } from '../page-answer';
import { readList } from '../points';
import type { Call, Route } from '../route';

/** Every label that an issue has, whoever sees the issue. */
function list(call: Call): Json {
  const labels = call.world.database
    .sql('SELECT DISTINCT label.value FROM jira_issue, json_each(labels_json) AS label ORDER BY label.value')
    .all<{ value: string }>();
  return pageAnswer(call, labels, pageAsk(call, 1_000), ({ value }) => value);
}

export const labelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/label',
    operationId: 'getAllLabels',
    scopes: ['read:jira-work'],
    query: asPage,
    permission: 'anyone signed in',
    points: readList('values'),
    answer: ok(list),
  },
];
