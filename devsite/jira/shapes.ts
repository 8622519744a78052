import type { Option, Scoped } from './configuration/configuration';
import type {
  CustomField,
  Described,
  IssueType,
  LinkType,
  Priority,
  Project,
  Setup,
  Status,
  User,
} from './configuration/setup';
import { extensionKey } from './extension-key';
import { typeKey, typeSchema } from './fields/field-types';
import { uuidOf } from './ids';
import type { Json } from './json';

export const SITE = 'https://site.example';
export const REST = `${SITE}/rest/api/3`;

/** Makes a thing's JSON once; the set-up's things do not change. */
function once<Thing extends object>(make: (thing: Thing) => Json): (thing: Thing) => Json {
  const known = new WeakMap<Thing, Json>();
  return (thing) => {
    const shape = known.get(thing) ?? Object.freeze(make(thing));
    known.set(thing, shape);
    return shape;
  };
}

const sizes = { '48x48': 48, '24x24': 24, '16x16': 16, '32x32': 32 };

const avatars = (address: string): Json =>
  Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, `${address}&size=${size}`]));

export const userShape = once<User>((user) => ({
  self: `${REST}/user?accountId=${encodeURIComponent(user.accountId)}`,
  accountId: user.accountId,
  ...(user.email === null ? {} : { emailAddress: user.email }),
  avatarUrls: avatars(`${SITE}/avatar?accountId=${encodeURIComponent(user.accountId)}`),
  displayName: user.displayName,
  active: user.active,
  timeZone: user.timeZone,
  accountType: user.accountType,
}));

/** A user as dashboards and the shares of things tell of one. */
export const userBean = once<User>((user) => {
  const { self, accountId, displayName, active, avatarUrls } = userShape(user);
  return { self, accountId, displayName, active, avatarUrls };
});

const categories = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

export const categoryShape = once<Status>(({ category }) => ({
  self: `${REST}/statuscategory/${categories[category].id}`,
  ...categories[category],
}));

/** What is a team-managed project's alone says so. */
export const scopeShape = ({ scopeProjectId }: Scoped): Json =>
  scopeProjectId === undefined ? {} : { scope: { type: 'PROJECT', project: { id: String(scopeProjectId) } } };

export const statusShape = once<Status>((status) => ({
  self: `${REST}/status/${status.id}`,
  description: status.description,
  iconUrl: `${SITE}/images/icons/statuses/generic.png`,
  name: status.name,
  id: String(status.id),
  statusCategory: categoryShape(status),
  ...scopeShape(status),
}));

const colours = ['#d04437', '#f15c75', '#f79232', '#707070', '#999999'];

export const priorityShape = once<Priority>((priority) => ({
  self: `${REST}/priority/${priority.id}`,
  statusColor: priority.colour ?? colours[Math.min(priority.position, colours.length - 1)],
  description: priority.description,
  iconUrl: `${SITE}${priority.iconPath ?? `/images/icons/priorities/${priority.name.toLowerCase().replaceAll(' ', '-')}.svg`}`,
  name: priority.name,
  id: String(priority.id),
}));

export const resolutionShape = once<Described>((resolution) => ({
  self: `${REST}/resolution/${resolution.id}`,
  id: String(resolution.id),
  description: resolution.description,
  name: resolution.name,
}));

export const issueTypeShape = once<IssueType>((type) => ({
  self: `${REST}/issuetype/${type.id}`,
  id: String(type.id),
  description: type.description,
  iconUrl: `${SITE}/avatar?issuetype=${type.id}&size=16`,
  name: type.name,
  subtask: type.hierarchyLevel === -1,
  avatarId: type.id,
  hierarchyLevel: type.hierarchyLevel,
  ...(type.scopeProjectId !== undefined && { entityId: uuidOf('issueType', type.id) }),
  ...scopeShape(type),
}));

export const projectShape = once<Project>((project) => ({
  self: `${REST}/project/${project.id}`,
  id: String(project.id),
  key: project.key,
  name: project.name,
  projectTypeKey: project.type,
  simplified: project.style === 'next-gen',
  style: project.style,
  avatarUrls: avatars(`${SITE}/avatar?pid=${project.id}`),
}));

export const categoryOfProjectShape = once<Described>(({ id, name, description }) => ({
  self: `${REST}/projectCategory/${id}`,
  id: String(id),
  name,
  description,
}));

/** A project as schemes list it. */
export function projectDetails({ projectCategories }: Setup, project: Project): Json {
  const { style, ...details } = projectShape(project);
  const category = projectCategories.get(project.categoryId ?? 0);
  return { ...details, ...(category && { projectCategory: categoryOfProjectShape(category) }) };
}

export const linkTypeShape = once<LinkType>((type) => ({
  id: String(type.id),
  name: type.name,
  inward: type.inward,
  outward: type.outward,
  self: `${REST}/issueLinkType/${type.id}`,
}));

export const optionShape = once<Option>((option) => ({
  self: `${REST}/customFieldOption/${option.id}`,
  value: option.value,
  id: String(option.id),
}));

export const groupShape = (setup: Setup, name: string): Json => {
  const groupId = setup.groups.get(name)?.id ?? null;
  return { name, groupId, self: `${REST}/group?groupId=${groupId}` };
};

/** The names of the groups that somebody is in. */
export const groupsOf = ({ groups }: Setup, { accountId }: User): readonly string[] =>
  [...groups].filter(([, { members }]) => members.has(accountId)).map(([name]) => name);

/** A user with how many groups and application roles there are, not which. */
export const countedUser = (setup: Setup, user: User): Json => ({
  ...userShape(user),
  groups: { size: groupsOf(setup, user).length, items: [] },
  applicationRoles: { size: user.accountType === 'customer' ? 0 : 1, items: [] },
});

/** The `schema` of a custom field; `appId` is that of the app whose fields are here. */
export function customSchema(field: CustomField, appId: string): Json {
  const custom = field.appKey === undefined ? typeKey(field.type) : extensionKey(appId, field.appKey);
  return { ...typeSchema(field.type), custom, customId: Number(field.id.slice('customfield_'.length)) };
}
