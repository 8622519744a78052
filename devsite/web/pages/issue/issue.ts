import { jira } from '../ui/ask';
import type { Status } from '../ui/status';
import type { FieldMeta } from './field-meta';

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
    readonly issuetype: { readonly name: string };
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
  const [issue, meta, fields] = await Promise.all([
    jira<Issue>('GET', `/issue/${key}`),
    jira<{ fields: Readonly<Record<string, Omit<FieldMeta, 'fieldId'>>> }>('GET', `/issue/${key}/editmeta`),
    jira<readonly { id: string; name: string; custom: boolean }[]>('GET', '/field'),
  ]);
  return {
    issue,
    editable: Object.entries(meta.fields).map(([fieldId, field]) => ({ ...field, fieldId })),
    custom: fields.filter(({ id, custom }) => custom && id in issue.fields),
  };
}

export const changeField = (key: string, fieldId: string, value: unknown): Promise<void> =>
  jira('PUT', `/issue/${key}`, { fields: { [fieldId]: value } });

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
