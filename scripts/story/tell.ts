import type { Client } from '../../devsite/jira/jira';
import { turn } from '../../devsite/see-through';
import type { Site } from '../../devsite/site';
import type { Act, Deed } from './deed';
import { documentOf } from './document';
import { storyEnd } from './service-time';
import { storyDeeds } from './story';
import { adminAccountId, levels } from './story-site';

/** Called after every deed with how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

/**
 * Tells the story on a site that was opened at its start with its set-up: people act through Jira's REST API, and
 * everything that the platform does between happens. Leaves the clock at the story's end.
 */
export async function tellStory(site: Site, progress: Progress = () => undefined): Promise<void> {
  const deeds = storyDeeds();
  const told: Told = { field: fieldsByName(site.jira.as(adminAccountId)), ids: new Map() };
  for (const [place, deed] of deeds.entries()) {
    if (deed.at > site.clock.now()) await site.advance(deed.at - site.clock.now());
    carryOut(site.jira.as(deed.by), deed, told);
    progress(place + 1, deeds.length);
    if (place % deedsPerTurn === 0) await turn();
  }
  await site.advance(storyEnd - site.clock.now());
}

/** So many deeds are done before others in the process get a turn. */
const deedsPerTurn = 20;

interface Told {
  readonly field: (name: string) => string;
  /** Issue ids by the incidents' places in the story. */
  readonly ids: Map<number, string>;
}

function fieldsByName(client: Client): (name: string) => string {
  const fields = client.get<readonly { id: string; name: string }[]>('/rest/api/3/field');
  return (name) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) throw new Error(`The site has no field "${name}".`);
    return field.id;
  };
}

function carryOut(person: Client, { incident, act }: Deed, told: Told): void {
  if (act.kind === 'raise') told.ids.set(incident, raise(person, act, told));
  else deeds[act.kind](person, told.ids.get(incident) as string, act as never, told);
}

type Doing<Kind> = (person: Client, id: string, act: Extract<Act, { kind: Kind }>, told: Told) => void;
type Doings = { readonly [Kind in Exclude<Act['kind'], 'raise'>]: Doing<Kind> };

const deeds: Doings = {
  assign: (person, id, { to }) => person.put(`/rest/api/3/issue/${id}/assignee`, { accountId: to }),
  comment: (person, id, { text }) => person.post(`/rest/api/3/issue/${id}/comment`, { body: documentOf(text) }),
  move: (person, id, { transition }) => move(person, id, transition),
  urgency: (person, id, { urgency }, { field }) =>
    person.put(`/rest/api/3/issue/${id}`, { fields: { [field('Urgency')]: { value: levels[urgency - 1] } } }),
  link: (person, id, { type, to }, { ids }) => link(person, type, id, ids.get(to) as string),
  'follow up': (person, id, { summary }) => {
    const fields = { project: { key: 'PLAT' }, issuetype: { name: 'Task' }, summary };
    link(person, 'Relates', id, person.post<{ id: string }>('/rest/api/3/issue', { fields }).id);
  },
};

function raise(person: Client, { text, impact, urgency }: Extract<Act, { kind: 'raise' }>, { field }: Told): string {
  const fields = {
    project: { key: text.project },
    issuetype: { name: 'Incident' },
    summary: text.summary,
    description: documentOf(text.description),
    [field('Impact')]: { value: levels[impact - 1] },
    [field('Urgency')]: { value: levels[urgency - 1] },
    [field('Category')]: { value: text.category },
    [field('Affected service')]: { value: text.service },
  };
  return person.post<{ id: string }>('/rest/api/3/issue', { fields }).id;
}

function move(person: Client, id: string, name: string): void {
  const path = `/rest/api/3/issue/${id}/transitions`;
  const { transitions } = person.get<{ transitions: readonly { id: string; name: string }[] }>(path);
  const transition = transitions.find((one) => one.name === name);
  if (!transition) throw new Error(`Nobody can "${name}" issue ${id} now.`);
  person.post(path, { transition: { id: transition.id } });
}

const link = (person: Client, type: string, from: string, to: string): unknown =>
  person.post('/rest/api/3/issueLink', { type: { name: type }, inwardIssue: { id: from }, outwardIssue: { id: to } });
