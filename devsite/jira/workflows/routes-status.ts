import type { Status } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, READ_ONE } from '../points';
import { seesProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { categoryShape, statusShape } from '../shapes';
import { workflowUses } from './workflow-use';

/** The statuses of the workflows in use, in the projects that the caller sees. */
function seenStatuses(call: Call): readonly Status[] {
  const { setup } = call.world;
  const uses = workflowUses(setup);
  const seen = new Set(
    [...new Set(uses.map(({ project }) => project))].filter((project) => seesProject(call, project)),
  );
  const used = idsUsed(uses.filter(({ project }) => seen.has(project)));
  return [...setup.statuses.values()].filter(({ id }) => used.has(id));
}

const idsUsed = (uses: ReturnType<typeof workflowUses>): ReadonlySet<number> =>
  new Set(
    [...new Set(uses.map(({ workflow }) => workflow))].flatMap(({ statuses }) =>
      statuses.map(({ statusId }) => statusId),
    ),
  );

function statusCalled(call: Call): Json {
  const { idOrName = '' } = call.path;
  const seen = seenStatuses(call);
  const status =
    seen.find(({ id }) => String(id) === idOrName) ??
    seen.find(({ name }) => name.toLowerCase() === idOrName.toLowerCase());
  if (!status) throw refuse(404, `The status '${idOrName}' was not found.`);
  return statusShape(status);
}

const shapesOf = ({ world }: Call): readonly Json[] => [
  ...new Map([...world.setup.statuses.values()].map(categoryShape).map((shape) => [shape.id, shape])).values(),
];

function categoryCalled(call: Call): Json {
  const { idOrKey = '' } = call.path;
  const category = shapesOf(call).find(({ id, key }) => String(id) === idOrKey || key === idOrKey);
  if (!category) throw refuse(404, `The status category '${idOrKey}' was not found.`);
  return category;
}

const read = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;

export const statusRoutes: readonly Route[] = [
  {
    ...read,
    path: '/rest/api/3/status',
    operationId: 'getStatuses',
    permission: 'whoever sees a project that uses it',
    points: READ_ALL,
    answer: ok((call) => seenStatuses(call).map(statusShape)),
  },
  {
    ...read,
    path: '/rest/api/3/status/{idOrName}',
    operationId: 'getStatus',
    permission: 'whoever sees a project that uses it',
    points: READ_ONE,
    answer: ok(statusCalled),
  },
  {
    ...read,
    path: '/rest/api/3/statuscategory',
    operationId: 'getStatusCategories',
    points: READ_ALL,
    answer: ok(shapesOf),
  },
  {
    ...read,
    path: '/rest/api/3/statuscategory/{idOrKey}',
    operationId: 'getStatusCategory',
    points: READ_ONE,
    answer: ok(categoryCalled),
  },
];
