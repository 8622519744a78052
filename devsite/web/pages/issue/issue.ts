import { jira } from '../ui/ask';
import type { Status } from '../ui/status';
import { type FieldMeta, isOffered } from './field-meta';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
}

interface LinkedIssue {
  readonly key: string;
  readonly fields: { readonly summary: string; readonly status: Status };
}

/** A link, with the issue at its other end. */
export interface IssueLink {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
}

/** An issue as its page shows it. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly description: unknown;
    readonly status: Status;
    readonly issuetype: { readonly id: string; readonly name: string; readonly subtask?: boolean };
    readonly project: {
      readonly id: string;
      readonly key: string;
      readonly name: string;
      readonly projectTypeKey: string;
    };
    readonly created: string;
    readonly updated: string;
    readonly creator?: User | null;
    readonly components?: readonly { readonly id: string; readonly name: string }[];
    readonly issuelinks?: readonly IssueLink[];
    readonly resolution?: { readonly name: string } | null;
  };
}

export interface OpenIssue {
  readonly issue: Issue;
  /** The fields that the person may change. */
  readonly editable: readonly FieldMeta[];
  /** The custom fields that the issue can carry, with their names. */
  readonly custom: readonly { readonly id: string; readonly name: string }[];
}

interface EditMeta {
  readonly fields: Readonly<Record<string, Omit<FieldMeta, 'fieldId'>>>;
}

/** All that the issue's page needs at once. */
export async function openIssue(key: string): Promise<OpenIssue> {
  const [issue, held, fields, meta] = await Promise.all([
    jira<Issue>('GET', `/issue/${key}`),
    heldPermissions(key),
    jira<readonly { id: string; name: string; custom: boolean }[]>('GET', '/field'),
    jira<EditMeta>('GET', `/issue/${key}/editmeta`),
  ]);
  const offered = Object.entries(meta.fields).map(([fieldId, field]): FieldMeta => ({ ...field, fieldId }));
  const editable = offered.filter((field) => isOffered(field) && held.has(permissionFor(field.fieldId)));
  const assignable = held.has(permissionFor('assignee')) && !editable.some(({ fieldId }) => fieldId === 'assignee');
  return {
    issue,
    editable: assignable ? [...editable, assigneeField] : editable,
    custom: fields.filter(({ id, custom }) => custom && id in issue.fields),
  };
}

/** Who may assign and not edit is offered the assignee alone. */
const assigneeField: FieldMeta = {
  fieldId: 'assignee',
  name: 'Assignee',
  required: false,
  schema: { type: 'user', system: 'assignee' },
};

/** What a form for issues of this kind offers; nothing where the person may make none. */
export async function fieldsOfForm(projectKey: string, typeId: string): Promise<readonly FieldMeta[]> {
  const path = `/issue/createmeta/${projectKey}/issuetypes/${typeId}?maxResults=200`;
  const { fields } = await jira<{ fields: readonly FieldMeta[] }>('GET', path).catch(() => ({ fields: [] }));
  return fields.filter(isOffered);
}

const permissionFor = (fieldId: string): string => permissions[fieldId] ?? 'EDIT_ISSUES';

const permissions: Readonly<Record<string, string>> = { assignee: 'ASSIGN_ISSUES', reporter: 'MODIFY_REPORTER' };

const heldPermissions = (issueKey: string) => permissionsHeld(issueKey, ['EDIT_ISSUES', ...Object.values(permissions)]);

/** Which of some permissions the person holds of an issue. */
export const permissionsHeld = (issueKey: string, names: readonly string[]): Promise<ReadonlySet<string>> =>
  permissionsHeldIn(`issueKey=${issueKey}`, names);

/** The same of a place as the query names it: `projectId=10000`. */
export async function permissionsHeldIn(place: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = names.join(',');
  const { permissions: told } = await jira<{ permissions: Readonly<Record<string, { havePermission: boolean }>> }>(
    'GET',
    `/mypermissions?permissions=${asked}&${place}`,
  );
  return new Set(Object.keys(told).filter((permission) => told[permission]?.havePermission));
}

/** The assignee has a call of its own, for who may assign and not edit. */
export const changeField = (key: string, fieldId: string, value: unknown): Promise<void> =>
  fieldId === 'assignee'
    ? jira('PUT', `/issue/${key}/assignee`, value ?? { accountId: null })
    : jira('PUT', `/issue/${key}`, { fields: { [fieldId]: value } });

/** Two readings of an issue that differ in anything have different versions. */
export const versionOf = ({ fields }: Issue): string => JSON.stringify(fields);

/** Shown where the project or the issue has any. */
const components = { id: 'components', name: 'Components' };

const systemFields = [
  { id: 'assignee', name: 'Assignee' },
  { id: 'priority', name: 'Priority' },
  { id: 'reporter', name: 'Reporter' },
  { id: 'labels', name: 'Labels' },
  { id: 'duedate', name: 'Due date' },
];

const hasComponents = ({ issue, editable }: OpenIssue): boolean =>
  editable.some(({ fieldId }) => fieldId === components.id) || (issue.fields.components ?? []).length > 0;

/** What the details list, each with what it takes where the person may change it. */
export const shownFields = (open: OpenIssue) =>
  [...systemFields, ...(hasComponents(open) ? [components] : []), ...open.custom].map(({ id, name }) => ({
    id,
    name,
    field: open.editable.find(({ fieldId }) => fieldId === id),
  }));
