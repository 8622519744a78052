import type { Json } from '../json';
import { groupShape, projectShape, REST, SITE, userBean, userShape } from '../shapes';
import type { World } from '../world';
import { type Filter, favourites, mayWrite, type Share } from './filter-store';

/** A share permission as Jira answers it. */
export function shareShape({ setup }: World, share: Share): Json {
  const { id, type, accountId, group, projectId, roleId } = share;
  const project = setup.projects.get(projectId ?? 0);
  const user = setup.users.get(accountId ?? '');
  const role = setup.roles.get(roleId ?? 0);
  return {
    id,
    type: type === 'projectRole' ? 'project' : type === 'authenticated' ? 'loggedin' : type,
    ...(user && { user: userBean(user) }),
    ...(group !== undefined && { group: groupShape(setup, group) }),
    ...(project && { project: projectShape(project) }),
    ...(role && { role: { self: `${REST}/role/${role.id}`, name: role.name, id: role.id } }),
  };
}

const emptyList = { size: 0, items: [], 'max-results': 1_000, 'start-index': 0, 'end-index': 0 };

/** What there is to tell of a filter to a reader, by the names under which a search of filters expands it. */
export function filterDetails(world: World, reader: string, filter: Filter): Readonly<Record<string, Json>> {
  const owner = world.setup.users.get(filter.owner);
  const marked = favourites(world, filter.id);
  return {
    description: filter.description,
    favourite: marked.includes(reader),
    favouritedCount: marked.length,
    jql: filter.jql,
    owner: owner && userShape(owner),
    searchUrl: `${REST}/search?jql=${encodeURIComponent(filter.jql)}`,
    sharePermissions: filter.shares.map((share) => shareShape(world, share)),
    editPermissions: filter.editors.map((share) => shareShape(world, share)),
    isWritable: mayWrite(world, reader, filter),
    subscriptions: [],
    approximateLastUsed: null,
    viewUrl: `${SITE}/issues/?filter=${filter.id}`,
  };
}

/** A filter as the calls about one filter answer it. */
export function filterShape(world: World, reader: string, filter: Filter): Json {
  const { isWritable, ...details } = filterDetails(world, reader, filter);
  return {
    self: `${REST}/filter/${filter.id}`,
    id: String(filter.id),
    name: filter.name,
    ...details,
    sharedUsers: emptyList,
    subscriptions: emptyList,
  };
}
