import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE, readList } from '../points';
import { seesProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { isAppBlocked } from './app-access-rule';

/** Connect aside, only an app has a policy to ask about. */
function requireApp({ caller }: Call): void {
  if (caller.scopes === undefined) throw refuse(403, 'Only apps may ask for their data policy.');
}

function ofSite(call: Call): Json {
  requireApp(call);
  return { anyContentBlocked: [...call.world.setup.projects.values()].some(({ blocksApp }) => blocksApp) };
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-app-data-policies/ (2026-11) */
const MOST_PROJECTS = 50;

function ofProjects(call: Call): Json {
  requireApp(call);
  const { world, query } = call;
  const ids = query.list('ids').map(Number);
  if (ids.length > MOST_PROJECTS)
    throw refuse(400, `No more than ${MOST_PROJECTS} projects can be asked about at once.`);
  const projects = ids.flatMap((id) => world.setup.projects.get(id) ?? []).filter((each) => seesProject(call, each));
  return {
    projectDataPolicies: projects.map(({ id }) => ({
      id,
      dataPolicy: { anyContentBlocked: isAppBlocked(world, id) },
    })),
  };
}

const asked = { method: 'GET', scopes: ['read:jira-work'], permission: 'any app' } as const;

export const dataPolicyRoutes: readonly Route[] = [
  {
    ...asked,
    path: '/rest/api/3/data-policy',
    operationId: 'getPolicy',
    points: READ_ONE,
    answer: ok(ofSite),
  },
  {
    ...asked,
    path: '/rest/api/3/data-policy/project',
    operationId: 'getPolicies',
    query: { ids: 'list' },
    points: readList('projectDataPolicies'),
    answer: ok(ofProjects),
  },
];
