import { requestJira } from '@forge/bridge';
import { ofIds } from '../jira/jql-words';

const headers = { accept: 'application/json', 'content-type': 'application/json' };

/** How many issues match, by the viewer's own rights; undefined where Jira does not take the query or does not answer. */
export async function countOf(jql: string): Promise<number | undefined> {
  const answer = await posted<{ readonly count: number }>('/rest/api/3/search/approximate-count', { jql });
  return answer?.count;
}

/** Key and summary of each issue that the viewer may see, by its id. */
export async function namesOf(
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly key: string; readonly summary: string }>> {
  const body = { jql: ofIds(ids), fields: ['summary'], maxResults: ids.length };
  const answer = ids.length ? await posted<Found>('/rest/api/3/search/jql', body) : undefined;
  return new Map((answer?.issues ?? []).map(({ id, key, fields }) => [id, { key, summary: fields.summary }]));
}

interface Found {
  readonly issues: readonly {
    readonly id: string;
    readonly key: string;
    readonly fields: { readonly summary: string };
  }[];
}

async function posted<Answer>(path: string, body: unknown): Promise<Answer | undefined> {
  try {
    const answer = await requestJira(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.ok ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
