import { asApp, asUser, route } from '@forge/api';

/**
 * The Jira calls of the app, one function an endpoint. Each holds its literal route, because Atlassian's linter reads
 * endpoints and scopes off literals only.
 */

/** A call that Jira answered with anything but success. */
export class JiraRefused extends Error {
  override readonly name = 'JiraRefused';
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(call: string, status: number, retryAfter: string | null) {
    super(`Jira answered ${status} to ${call}`);
    this.status = status;
    this.retryAfterSeconds = retryAfter ? Number(retryAfter) : undefined;
  }
}

type Init = Parameters<ReturnType<typeof asApp>['requestJira']>[1];
type Answer = Awaited<ReturnType<ReturnType<typeof asApp>['requestJira']>>;

export const json = (method: string, body: unknown): Init => ({
  method,
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify(body),
});

export async function body<Body>(call: string, answer: Answer): Promise<Body> {
  if (!answer.ok) throw new JiraRefused(call, answer.status, answer.headers.get('Retry-After'));
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as Body;
}

/** The body, or undefined where Jira does not show the issue to the app: deleted, or closed to it. */
async function bodyIfVisible<Body>(call: string, answer: Answer): Promise<Body | undefined> {
  return answer.status === 404 || answer.status === 403 ? undefined : body<Body>(call, answer);
}

/** Statuses by which Jira refuses a write for good: the same call would be refused again. */
const refusals = [400, 403, 404, 409, 413];

/** The body of a write, or the status by which Jira refused it. A rate limit or an outage throws. */
async function bodyOrRefusal<Body>(call: string, answer: Answer): Promise<Body | { readonly refused: number }> {
  return refusals.includes(answer.status) ? { refused: answer.status } : body<Body>(call, answer);
}

export interface JiraUser {
  readonly accountId: string;
  readonly accountType?: string;
}
export interface JiraHistory {
  readonly author?: JiraUser;
  readonly created: string | number;
  readonly items: readonly JiraItem[];
}
export interface JiraItem {
  readonly fieldId?: string;
  readonly from?: string | null;
  readonly to?: string | null;
}
export interface JiraComment {
  readonly id: string;
  readonly author?: JiraUser;
  readonly created: string;
  readonly jsdPublic?: boolean;
  /** The role or group that it is for alone; absent where it is for everybody, and in events. */
  readonly visibility?: unknown;
}
export interface JiraIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly changelog?: { readonly total: number; readonly histories: readonly JiraHistory[] };
}

export const jira = {
  /** Scope: read:jira-work. */
  async issue(id: string, fields: string): Promise<JiraIssue | undefined> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/${id}?fields=${fields}`);
    return bodyIfVisible('issue', answer);
  },

  async issueWithHistory(id: string, fields: string): Promise<JiraIssue | undefined> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/${id}?fields=${fields}&expand=changelog`);
    return bodyIfVisible('issue', answer);
  },

  /** Up to 1,000 issues and 10 fields, a page at a time. */
  async histories(
    issueIdsOrKeys: readonly string[],
    fieldIds: readonly string[],
    nextPageToken?: string,
  ): Promise<{
    readonly issueChangeLogs: readonly { readonly issueId: string; readonly changeHistories: readonly JiraHistory[] }[];
    readonly nextPageToken?: string;
  }> {
    const ask = { issueIdsOrKeys, fieldIds, maxResults: 1_000, ...(nextPageToken && { nextPageToken }) };
    const answer = await asApp().requestJira(route`/rest/api/3/changelog/bulkfetch`, json('POST', ask));
    return body('changelog', answer);
  },

  async comments(
    id: string,
    startAt: number,
  ): Promise<{ readonly comments: readonly JiraComment[]; readonly total: number }> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/${id}/comment?startAt=${startAt}&maxResults=100`);
    return body('comments', answer);
  },

  /** Scope: write:jira-work. Answers the edited issue. */
  async edit(id: string, fields: Readonly<Record<string, unknown>>): Promise<JiraIssue | { readonly refused: number }> {
    const answer = await asApp().requestJira(
      route`/rest/api/3/issue/${id}?returnIssue=true&notifyUsers=false`,
      json('PUT', { fields }),
    );
    return bodyOrRefusal('edit', answer);
  },

  /** The same by the rights of the person who asks, and under that person's name. */
  async editAsPerson(
    id: string,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<JiraIssue | { readonly refused: number }> {
    const answer = await asUser().requestJira(
      route`/rest/api/3/issue/${id}?returnIssue=true&notifyUsers=false`,
      json('PUT', { fields }),
    );
    return bodyOrRefusal('edit', answer);
  },

  /** False when the issue is gone, or closed to the app. */
  async setIssueProperty(id: string, key: string, value: unknown): Promise<boolean> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/${id}/properties/${key}`, json('PUT', value));
    if (answer.status === 404 || answer.status === 403) return false;
    await body('issue property', answer);
    return true;
  },

  /** Takes a property off all issues that the app may edit; answers the id of Jira's task, undefined where it began none. */
  async deleteIssuePropertyEverywhere(key: string): Promise<string | undefined> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/properties/${key}`, {
      ...json('DELETE', {}),
      redirect: 'manual',
    });
    return /\/task\/(\d+)$/.exec(answer.headers.get('Location') ?? '')?.[1];
  },

  async task(id: string): Promise<{ readonly status: string }> {
    return body('task', await asApp().requestJira(route`/rest/api/3/task/${id}`));
  },

  /** The app's own field: no history, so that a due date that moves does not fill the issue's. */
  async setOwnField(
    field: string,
    updates: readonly { readonly issueIds: readonly number[]; readonly value: unknown }[],
  ): Promise<void> {
    const answer = await asApp().requestJira(
      route`/rest/api/3/app/field/${field}/value?generateChangelog=false`,
      json('PUT', { updates }),
    );
    await body('own field', answer);
  },

  async addComment(
    id: string,
    adf: unknown,
    properties: readonly unknown[],
  ): Promise<JiraComment | { readonly refused: number }> {
    const answer = await asApp().requestJira(
      route`/rest/api/3/issue/${id}/comment`,
      json('POST', { body: adf, properties }),
    );
    return bodyOrRefusal('comment', answer);
  },

  /** Undefined where the comment has no such property. */
  async commentProperty(id: string, key: string): Promise<unknown> {
    const answer = await asApp().requestJira(route`/rest/api/3/comment/${id}/properties/${key}`);
    return (await bodyIfVisible<{ readonly value: unknown }>('comment property', answer))?.value;
  },

  /** False where Jira refuses to send it. */
  async notify(id: string, mail: unknown): Promise<boolean> {
    const answer = await asApp().requestJira(route`/rest/api/3/issue/${id}/notify`, json('POST', mail));
    const sent = await bodyOrRefusal<undefined>('notify', answer);
    return sent === undefined;
  },

  issueTypes: async () =>
    body<readonly JiraNamed[]>('issue types', await asApp().requestJira(route`/rest/api/3/issuetype`)),
  statuses: async () => body<readonly JiraStatus[]>('statuses', await asApp().requestJira(route`/rest/api/3/status`)),
  async status(id: string): Promise<JiraStatus | undefined> {
    return bodyIfVisible('status', await asApp().requestJira(route`/rest/api/3/status/${id}`));
  },
  priorities: async () =>
    body<readonly JiraNamed[]>('priorities', await asApp().requestJira(route`/rest/api/3/priority`)),
  fields: async () => body<readonly JiraField[]>('fields', await asApp().requestJira(route`/rest/api/3/field`)),

  async project(id: string): Promise<JiraProject | undefined> {
    const answer = await asApp().requestJira(route`/rest/api/3/project/${id}`);
    return bodyIfVisible('project', answer);
  },
};

export interface JiraNamed {
  readonly id: string;
  readonly name: string;
}
export interface JiraStatus extends JiraNamed {
  readonly statusCategory: { readonly key: string };
}
export interface JiraField extends JiraNamed {
  readonly key?: string;
  readonly custom: boolean;
  readonly clauseNames?: readonly string[];
  readonly schema?: { readonly type?: string; readonly custom?: string };
}
export interface JiraProject extends JiraNamed {
  readonly key: string;
  readonly lead?: JiraUser;
}

/** What is left of the hour's points, as Jira's headers have it; undefined where they are absent. */
export async function pointsLeft(): Promise<{ readonly limit: number; readonly left: number } | undefined> {
  const { headers } = await asApp().requestJira(route`/rest/api/3/serverInfo`);
  const [limit, left] = [headers.get('X-RateLimit-Limit'), headers.get('X-RateLimit-Remaining')];
  return limit === null || left === null ? undefined : { limit: Number(limit), left: Number(left) };
}
