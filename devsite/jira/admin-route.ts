import { administratorsOnly } from './admin';
import { readList, WRITE } from './points';
import type { Route, RouteAnswer } from './route';

type Row = Pick<Route, 'method' | 'path' | 'operationId' | 'answer'> &
  Partial<Pick<Route, 'scopes' | 'query' | 'body' | 'permission' | 'points'>>;

/** A route of the configuration, which administrators and the app alone may call; its path stands under `/rest/api/3`. */
export const adminRoute = ({ answer, path, ...row }: Row): Route => ({
  scopes: ['manage:jira-configuration'],
  permission: 'administrators, and the app',
  points: row.method === 'GET' ? readList('values') : WRITE,
  ...row,
  path: `/rest/api/3${path}`,
  answer: (call) => {
    administratorsOnly(call);
    return answer(call);
  },
});

export const noContent: RouteAnswer = { status: 204 };
