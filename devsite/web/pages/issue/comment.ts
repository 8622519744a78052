import { jira } from '../ui/ask';
import { documentOf } from './document';
import { permissionsHeld, type User } from './issue';
import type { Visibility } from './visibility';

export interface Comment {
  readonly id: string;
  readonly author: User;
  readonly body: unknown;
  readonly created: string;
  readonly updated: string;
  readonly visibility?: Visibility;
  readonly properties?: readonly { readonly key: string; readonly value: unknown }[];
}

/** Who works the desk sees a comment that carries it; customers do not. */
const publicComment = 'sd.public.comment';

export const isInternal = ({ properties = [] }: Comment): boolean =>
  properties.some(
    ({ key, value }) => key === publicComment && (value as { internal?: boolean } | null)?.internal === true,
  );

const path = (issueId: string): string => `/issue/${issueId}/comment`;

export const commentsOf = async (issueId: string): Promise<readonly Comment[]> =>
  (await jira<{ comments: readonly Comment[] }>('GET', `${path(issueId)}?expand=properties&maxResults=500`)).comments;

/** What a person writes, and whom it is shown to; null: everyone. */
interface Written {
  readonly text: string;
  readonly visibility: Visibility | null;
}

export const addComment = (issueId: string, { text, visibility }: Written, internal: boolean): Promise<unknown> =>
  jira('POST', path(issueId), {
    body: documentOf(text),
    visibility,
    ...(internal && { properties: [{ key: publicComment, value: { internal: true } }] }),
  });

export const editComment = (issueId: string, { id }: Comment, { text, visibility }: Written): Promise<unknown> =>
  jira('PUT', `${path(issueId)}/${id}`, { body: documentOf(text), visibility });

export const deleteComment = (issueId: string, { id }: Comment): Promise<unknown> =>
  jira('DELETE', `${path(issueId)}/${id}`);

const permissions = [
  'ADD_COMMENTS',
  'EDIT_ALL_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
];

/** What the person may do about an issue's comments. */
export const commentRights = (issueKey: string): Promise<ReadonlySet<string>> => permissionsHeld(issueKey, permissions);
