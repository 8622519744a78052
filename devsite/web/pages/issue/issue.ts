import { jira } from '../ui/ask';
import type { Status } from '../ui/status';
import { type FieldMeta, isOffered } from './field-meta';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
}

/** An issue as its page shows it. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly description: unknown;
    readonly status: Status;
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly project: { readonly id: string; readonly key: string; readonly name: string };
    readonly created: string;
    readonly updated: string;
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

/** All that the issue's page needs at once. */
export async function openIssue(key: string): Promise<OpenIssue> {
  const [issue, held, fields] = await Promise.all([
    jira<Issue>('GET', `/issue/${key}`),
    heldPermissions(key),
    jira<readonly { id: string; name: string; custom: boolean }[]>('GET', '/field'),
  ]);
  const { project, issuetype } = issue.fields;
  const offered = held.size > 0 ? await fieldsOfForm(project.key, issuetype.id) : [];
  return {
    issue,
    editable: offered.filter(({ fieldId }) => held.has(permissionFor(fieldId))),
    custom: fields.filter(({ id, custom }) => custom && id in issue.fields),
  };
}

/** What a form for issues of this kind offers; nothing where the person may make none. */
export async function fieldsOfForm(projectKey: string, typeId: string): Promise<readonly FieldMeta[]> {
  const path = `/issue/createmeta/${projectKey}/issuetypes/${typeId}?maxResults=200`;
  const { fields } = await jira<{ fields: readonly FieldMeta[] }>('GET', path).catch(() => ({ fields: [] }));
  return fields.filter(isOffered);
}

const permissionFor = (fieldId: string): string => permissions[fieldId] ?? 'EDIT_ISSUES';

const permissions: Readonly<Record<string, string>> = { assignee: 'ASSIGN_ISSUES', reporter: 'MODIFY_REPORTER' };

async function heldPermissions(issueKey: string): Promise<ReadonlySet<string>> {
  const asked = ['EDIT_ISSUES', ...Object.values(permissions)].join(',');
  const { permissions: told } = await jira<{ permissions: Readonly<Record<string, { havePermission: boolean }>> }>(
    'GET',
    `/mypermissions?permissions=${asked}&issueKey=${issueKey}`,
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

const systemFields = [
  { id: 'assignee', name: 'Assignee' },
  { id: 'priority', name: 'Priority' },
  { id: 'reporter', name: 'Reporter' },
];

/** What the details list, each with what it takes where the person may change it. */
export const shownFields = ({ editable, custom }: OpenIssue) =>
  [...systemFields, ...custom].map(({ id, name }) => ({
    id,
    name,
    field: editable.find(({ fieldId }) => fieldId === id),
  }));
