import type { Site } from '../../devsite/site';
import { aDocument } from './a-small-jira';
import { admin } from './an-incident-seed';
import { fieldId, type Raised } from './an-incident-site';

/** Where a text comes into Jira from people. */
export const places = [
  'priority',
  'status',
  'issue type',
  'field',
  'option',
  'project',
  'summary',
  'comment',
  'value',
  'label',
] as const;
export type Place = (typeof places)[number];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What names are given to, by id. */
export interface Things {
  readonly status: Named & { readonly statusCategory: string };
  readonly type: string;
  readonly impact: string;
  readonly context: string;
  readonly option: string;
  readonly category: string;
}

export function thingsOf(site: Site): Things {
  const jira = site.jira.as(admin);
  const { values: statuses } = jira.get<{ values: readonly Things['status'][] }>('/rest/api/3/statuses/search');
  const types = jira.get<readonly Named[]>('/rest/api/3/issuetype');
  const impact = fieldId(site, 'Impact');
  const [context] = jira.get<{ values: readonly Named[] }>(`/rest/api/3/field/${impact}/context`).values;
  const path = `/rest/api/3/field/${impact}/context/${context?.id}/option`;
  const [option] = jira.get<{ values: readonly Named[] }>(path).values;
  return {
    status: statuses.find(({ name }) => name === 'Awaiting User Info') as Things['status'],
    type: types.find(({ name }) => name === 'Incident')?.id ?? '',
    impact,
    context: context?.id ?? '',
    option: option?.id ?? '',
    category: fieldId(site, 'Category'),
  };
}

/** A call by which a text comes into Jira: who makes it, and how. */
export type Way = readonly [by: string, method: string, path: string, body: unknown];

export const waysIn = (text: string, things: Things, { id }: Raised): Readonly<Record<Place, Way>> => ({
  priority: [admin, 'PUT', '/priority/1', { name: text }],
  status: [
    admin,
    'PUT',
    '/statuses',
    { statuses: [{ id: things.status.id, statusCategory: things.status.statusCategory, name: text }] },
  ],
  'issue type': [admin, 'PUT', `/issuetype/${things.type}`, { name: text }],
  field: [admin, 'PUT', `/field/${things.impact}`, { name: text }],
  option: [
    admin,
    'PUT',
    `/field/${things.impact}/context/${things.context}/option`,
    { options: [{ id: things.option, value: text }] },
  ],
  project: [admin, 'PUT', '/project/OPS', { name: text }],
  summary: ['abel', 'PUT', `/issue/${id}`, { fields: { summary: text } }],
  comment: ['carl', 'POST', `/issue/${id}/comment`, { body: aDocument(text) }],
  value: ['abel', 'PUT', `/issue/${id}`, { fields: { [things.category]: text } }],
  label: ['abel', 'PUT', `/issue/${id}`, { fields: { labels: [text] } }],
});

/** Whether Jira took a text at a place; it is told 400 otherwise. */
export function taken(site: Site, [accountId, method, path, body]: Way): boolean {
  const ask = { method, path: `/rest/api/3${path}`, body: JSON.stringify(body) };
  const { status } = site.jira.handle({ kind: 'person', accountId }, ask);
  if (status !== 400) expect([path, Math.floor(status / 100)]).toEqual([path, 2]);
  return status !== 400;
}
