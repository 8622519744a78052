import { holdsGlobally } from '../admin';
import { malformed, objectsIn, textIn } from '../body-reading';
import { isObject } from '../checks';
import type { Setup } from '../configuration/setup';
import { checkJql } from '../jql/search';
import type { Json } from '../json';
import { Refusal, refuse } from '../refusal';
import type { Call } from '../route';
import { allFilters, type Filter, filterById, maySee, mayWrite, type Share } from './filter-store';

const noSuchFilter = (id: string) => refuse(400, `The selected filter with id '${id}' does not exist.`);

/** The filter of the call's path, if the caller may see it. */
export function calledFilter({ world, caller, path }: Call): Filter {
  const filter = filterById(world, path.id ?? '');
  if (!filter || !maySee(world, caller.accountId, filter)) throw noSuchFilter(path.id ?? '');
  return filter;
}

export function writableFilter(call: Call): Filter {
  const filter = calledFilter(call);
  if (!mayWrite(call.world, call.caller.accountId, filter))
    throw refuse(400, 'You do not have permission to edit the filter.');
  return filter;
}

type Reading = (setup: Setup, given: Json) => Partial<Share> | undefined;

const project: Reading = ({ projects }, given) => {
  const found = [...projects.values()].find(({ id }) => String(id) === String(given.project?.id));
  return found && { projectId: found.id };
};

const role: Reading = (setup, given) => {
  const found = [...setup.roles.values()].find(({ id }) => String(id) === String(given.role?.id));
  return found && { ...project(setup, given), roleId: found.id };
};

const group: Reading = ({ groups }, given) => {
  const found = [...groups].find(([name, { id }]) => id === given.group?.groupId || name === given.group?.name);
  return found && { group: found[0] };
};

const user: Reading = ({ users }, given) => {
  const accountId = given.user?.accountId ?? '';
  return users.has(accountId) ? { accountId } : undefined;
};

const everyone: Reading = () => ({});

const readings: Readonly<Record<string, readonly [type: Share['type'], read: Reading]>> = {
  user: ['user', user],
  group: ['group', group],
  project: ['project', project],
  projectRole: ['projectRole', role],
  global: ['global', everyone],
  loggedin: ['authenticated', everyone],
  authenticated: ['authenticated', everyone],
};

/** A share as a body asks for it; `number` makes its id. */
export function shareOf(setup: Setup, given: Json, number: number): Share {
  const kind = given.type === 'project' && given.role ? 'projectRole' : String(given.type);
  const [type, read] = readings[kind] ?? [];
  const whom = read?.(setup, given);
  if (!type || !whom) throw refuse(400, `The share permission of type '${kind}' names nobody.`);
  return { id: number, type, ...whom };
}

const whoms = ['group', 'project', 'role', 'user'];

/** The shares that a body asks for; undefined when it says nothing of them. */
export function sharesIn(call: Call, name: 'sharePermissions' | 'editPermissions'): readonly Share[] | undefined {
  if (call.body?.[name] === undefined) return undefined;
  const { setup } = call.world;
  return objectsIn(call.body, name).map((given, place) => {
    if (whoms.some((whom) => given[whom] !== undefined && !isObject(given[whom]))) throw malformed();
    return shareOf(setup, given, 10_000 + place);
  });
}

/** Sharing is a permission of its own, unless nobody ever granted it. */
export function checkSharing({ world, caller }: Call): void {
  const permission = 'CREATE_SHARED_OBJECTS';
  const granted = world.setup.grants.some((grant) => grant.permission === permission);
  if (granted && !holdsGlobally(world, caller.accountId, permission))
    throw refuse(400, 'You do not have permission to share. All shares are invalid.');
}

function nameIn({ world, body }: Call, owner: string, before: Filter | undefined): string {
  const name = textIn(body, 'name', '').trim();
  if (name === '') throw new Refusal(400, [], { filterName: 'You must specify a name to save this filter as.' });
  const taken = allFilters(world.database).some(
    (each) => each.owner === owner && each.id !== before?.id && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw new Refusal(400, [], { filterName: 'Filter with same name already exists.' });
  return name;
}

/** The filter that a body asks for; what it leaves out stays as it was before. */
export function filterIn(call: Call, before?: Filter): Omit<Filter, 'id'> & { readonly id?: number } {
  const { world, caller, body } = call;
  const owner = before?.owner ?? caller.accountId;
  const name = nameIn(call, owner, before);
  const jql = textIn(body, 'jql', before?.jql ?? '');
  checkJql(world, caller.accountId, jql);
  const shares = sharesIn(call, 'sharePermissions');
  const editors = sharesIn(call, 'editPermissions');
  if ((shares ?? editors ?? []).length > 0) checkSharing(call);
  return {
    ...(before && { id: before.id }),
    name,
    description: textIn(body, 'description', before?.description ?? ''),
    jql,
    owner,
    shares: shares ?? before?.shares ?? [],
    editors: editors ?? before?.editors ?? [],
    columns: before?.columns,
  };
}
