import { NotSimulated } from '../../simulators/simulator';
import type { Grant, Setup } from '../configuration/setup';
import type { Json } from '../json';
import { refuseField } from '../refusal';
import { groupShape, REST, userShape } from '../shapes';

type Holder = Pick<Grant, 'holder' | 'parameter'>;

/** What Jira calls who holds a permission, and how it is named. */
interface HolderType {
  readonly holder: string;
  /** What is kept of the name a call gives; undefined when there is nobody of that name. Absent: takes no name. */
  readonly keep?: (setup: Setup, name: string) => string | undefined;
  /** `parameter` and `value` of the answer, and what `expand` adds. */
  readonly show?: (setup: Setup, parameter: string) => Json;
  /** The member of the answer that `expand` adds. */
  readonly expand?: string;
}

const groupNamed = ({ groups }: Setup, name: string): string | undefined =>
  groups.has(name) ? name : [...groups].find(([, { id }]) => id === name)?.[0];

const types: Readonly<Record<string, HolderType>> = {
  anyone: { holder: 'anyone' },
  assignee: { holder: 'assignee' },
  reporter: { holder: 'reporter' },
  projectLead: { holder: 'projectLead' },
  applicationRole: { holder: 'applicationRole' },
  group: {
    holder: 'group',
    keep: groupNamed,
    show: (setup, name) => ({
      parameter: name,
      value: setup.groups.get(name)?.id ?? name,
      group: groupShape(setup, name),
    }),
    expand: 'group',
  },
  projectRole: {
    holder: 'role',
    keep: ({ roles }, id) => (roles.has(Number(id)) ? String(Number(id)) : undefined),
    show: ({ roles }, id) => {
      const role = roles.get(Number(id));
      const shape = role && { self: `${REST}/role/${id}`, id: role.id, name: role.name, description: role.description };
      return { parameter: id, value: id, projectRole: shape };
    },
    expand: 'projectRole',
  },
  user: {
    holder: 'user',
    keep: ({ users }, accountId) => (users.has(accountId) ? accountId : undefined),
    show: ({ users }, accountId) => {
      const user = users.get(accountId);
      return { parameter: accountId, value: accountId, user: user && userShape(user) };
    },
    expand: 'user',
  },
};

const missing = new Set(['userCustomField', 'groupCustomField', 'sd.customer.portal.only']);

/** Who a grant of a body is given to; refuses a type or a name that means nobody. */
export function holderIn(setup: Setup, body: Json): Holder {
  const name = String(body?.type ?? '');
  if (missing.has(name)) throw new NotSimulated(`the permission holder ${name}`);
  const type = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!type) throw refuseField('holder', `The permission holder type '${name}' is not valid.`);
  if (!type.keep) return { holder: type.holder, parameter: null };
  const parameter = type.keep(setup, String(body.value ?? body.parameter ?? ''));
  if (parameter === undefined) throw refuseField('holder', `The ${name} of the permission holder does not exist.`);
  return { holder: type.holder, parameter };
}

/** `expanded` says which members beside the name are shown: `user`, `group`, `projectRole`. */
export function holderShape(setup: Setup, { holder, parameter }: Holder, expanded: (member: string) => boolean): Json {
  const [name = holder, type] = Object.entries(types).find(([, each]) => each.holder === holder) ?? [];
  if (!type?.show || parameter === null) return { type: name };
  const shown = type.show(setup, parameter);
  const { [type.expand ?? '']: member, ...named } = shown;
  return {
    type: name,
    ...named,
    ...(type.expand && { expand: type.expand, ...(expanded(type.expand) && { [type.expand]: member }) }),
  };
}
