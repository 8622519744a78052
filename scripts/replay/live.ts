import { setImmediate } from 'node:timers/promises';
import type { Jira } from '../../devsite/jira/jira';
import type { Site } from '../../devsite/site';
import type { Life, Step } from './lives';
import { accountOf, adminAccount, levels, projectKey } from './log-site';

/** Called after every deed with how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

const deedsPerTurn = 200;

interface Deed {
  readonly at: number;
  readonly life: Life;
  /** Absent: the incident is raised. */
  readonly step?: Step;
}

/**
 * Lives the incidents through on the site: people act through Jira's REST API at the log's instants, and everything the
 * platform does between happens. Answers incident numbers by issue id.
 */
export async function live(site: Site, lives: readonly Life[], progress: Progress): Promise<ReadonlyMap<string, Life>> {
  const deeds = deedsOf(lives);
  const names = namesOf(site.jira);
  const ids = new Map<Life, string>();
  for (const [i, { at, life, step }] of deeds.entries()) {
    if (at > site.clock.now()) await site.advance(at - site.clock.now());
    if (step) act(site.jira, ids.get(life) as string, step, names);
    else ids.set(life, raise(site.jira, life, names));
    progress(i + 1, deeds.length);
    // Everything on the site comes about in promises alone: a bar that is drawn by a timer would never be.
    if (i % deedsPerTurn === 0) await setImmediate();
  }
  return new Map([...ids].map(([life, id]) => [id, life]));
}

function deedsOf(lives: readonly Life[]): readonly Deed[] {
  const deeds = lives.flatMap((life): Deed[] => [
    { at: life.openedAt, life },
    ...life.steps.map((step) => ({ at: step.at, life, step })),
  ]);
  return deeds.sort((a, b) => a.at - b.at);
}

/** How names become ids on this site. */
interface Names {
  readonly field: (name: string) => string;
  /** The transition of an issue that leads to a status. */
  readonly transition: (issueId: string, status: string) => string;
}

function namesOf(jira: Jira): Names {
  const admin = jira.as(adminAccount);
  const fields = admin.get<readonly { id: string; name: string }[]>('/rest/api/3/field');
  const byName = new Map(fields.map(({ id, name }) => [name, id]));
  const transitions = new Map<string, string>();
  return {
    field: (name) => byName.get(name) ?? name,
    transition: (issueId, status) => {
      if (!transitions.has(status)) {
        const open = admin.get<Transitions>(`/rest/api/3/issue/${issueId}/transitions`);
        for (const { id, to } of open.transitions) transitions.set(to.name, id);
      }
      return transitions.get(status) as string;
    },
  };
}

interface Transitions {
  readonly transitions: readonly { readonly id: string; readonly to: { readonly name: string } }[];
}

function raise(jira: Jira, life: Life, { field }: Names): string {
  const fields = {
    project: { key: projectKey },
    issuetype: { name: 'Incident' },
    summary: life.number,
    [field('Impact')]: { value: levels[life.impact - 1] },
    [field('Urgency')]: { value: levels[life.urgency - 1] },
  };
  return jira.as(accountOf(life.caller)).post<{ id: string }>('/rest/api/3/issue', { fields }).id;
}

function act(jira: Jira, id: string, step: Step, names: Names): void {
  const person = jira.as(accountOf(step.by));
  const fields = changedFields(step, names);
  if (step.state) {
    const transition = { id: names.transition(id, step.state) };
    person.post(`/rest/api/3/issue/${id}/transitions`, { transition, fields });
  } else if (Object.keys(fields).length) person.put(`/rest/api/3/issue/${id}`, { fields });
  if (step.response) jira.as(accountOf(step.response)).post(`/rest/api/3/issue/${id}/comment`, { body: response });
}

function changedFields(step: Step, { field }: Names): Readonly<Record<string, unknown>> {
  const level = (name: string, value: number | undefined) => value && [field(name), { value: levels[value - 1] }];
  const changed = [
    level('Impact', step.impact),
    level('Urgency', step.urgency),
    step.group && [field('Assignment group'), step.group],
    step.category && [field('Category'), step.category],
    step.assignee && ['assignee', { accountId: accountOf(step.assignee) }],
  ];
  return Object.fromEntries(changed.filter((one) => Array.isArray(one)));
}

const response = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Looking into it.' }] }],
};
