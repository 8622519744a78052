import { join } from 'node:path';
import type { JiraSeed } from '../../devsite/jira/jira';
import { openSite } from '../../devsite/open-site';
import type { BillLine } from '../../devsite/platform/bill';
import type { Runner } from '../../devsite/runners/runner';
import type { Site } from '../../devsite/site';
import { adminAccount, levels, logSite, projectKey } from '../replay/log-site';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const root = join(__dirname, '..', '..');

/** Who raises incidents and who works on them. */
export const people = { caller: 'bench:caller', agent: 'bench:agent' } as const;

/** One project, its admin, one who calls and one who works. */
export const benchSeed: JiraSeed = {
  ...logSite([]),
  users: [
    { accountId: adminAccount, displayName: 'Admin', groups: ['people', 'site-admins'] },
    { accountId: people.caller, displayName: 'Caller', groups: ['people'] },
    { accountId: people.agent, displayName: 'Agent', groups: ['people'] },
  ],
};

/** A site in memory with the app set up on it; events come at once. */
export async function openIncidentSite(start: number, runner: Runner['kind'] = 'in-process'): Promise<Site> {
  const site = await openSite({
    appDirectory: root,
    runner,
    start,
    seed: benchSeed,
    pace: 'frozen',
    delivery: { latency: [0, 0] },
    adminAccountId: adminAccount,
    journal: false,
  });
  await site.settle();
  return site;
}

/** Level of impact and urgency alike, with the priority that the app finds right. */
export const grades = {
  p1: { level: 1, priority: 'Highest' },
  p5: { level: 3, priority: 'Lowest' },
} as const;

const fieldIds = new WeakMap<Site, ReadonlyMap<string, string>>();

export function fieldId(site: Site, name: string): string {
  const known = fieldIds.get(site) ?? new Map(site.jira.as(adminAccount).get<Named[]>('/rest/api/3/field').map(byName));
  fieldIds.set(site, known);
  const id = known.get(name);
  if (id === undefined) throw new Error(`The site has no field ${name}`);
  return id;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const byName = ({ id, name }: Named) => [name, id] as const;

/** Raises an incident whose priority is right already; answers its id. */
export function raise(site: Site, { level, priority }: (typeof grades)[keyof typeof grades]): string {
  const fields = {
    project: { key: projectKey },
    issuetype: { name: 'Incident' },
    summary: 'No mail since nine',
    priority: { name: priority },
    assignee: { accountId: people.agent },
    [fieldId(site, 'Impact')]: { value: levels[level - 1] },
    [fieldId(site, 'Urgency')]: { value: levels[level - 1] },
  };
  return site.jira.as(people.caller).post<{ id: string }>('/rest/api/3/issue', { fields }).id;
}

export function edit(site: Site, id: string, fields: Readonly<Record<string, unknown>>): void {
  site.jira.as(people.agent).put(`/rest/api/3/issue/${id}`, { fields });
}

export function say(site: Site, id: string, by: string = people.agent): void {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Looking into it.' }] }];
  site.jira.as(by).post(`/rest/api/3/issue/${id}/comment`, { body: { type: 'doc', version: 1, content } });
}

export function move(site: Site, id: string, status: string): void {
  const agent = site.jira.as(people.agent);
  const { transitions } = agent.get<{ transitions: readonly { id: string; to: Named }[] }>(
    `/rest/api/3/issue/${id}/transitions`,
  );
  const transition = transitions.find(({ to }) => to.name === status);
  agent.post(`/rest/api/3/issue/${id}/transitions`, { transition: { id: transition?.id } });
}

/** When the five-minute schedule runs next. */
export function nextTick(site: Site): number {
  const due = site.health().find(({ moduleKey }) => moduleKey === 'sla-tick')?.oldestDue;
  if (due === undefined) throw new Error('The site has no five-minute schedule');
  return due;
}

export const advanceTo = (site: Site, at: number): Promise<void> => site.advance(at - site.clock.now());

/** Sums over those lines of the bill that hold. */
export function billed(site: Site, holds: (line: BillLine) => boolean) {
  const lines = site.bill.lines().filter(holds);
  const sum = (of: (line: BillLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    points: sum(({ points }) => points),
    units: sum(({ kvsReadUnits, kvsWriteUnits }) => kvsReadUnits + kvsWriteUnits),
    /** Of the functions' own time. */
    milliseconds: sum(({ gbSeconds }) => (gbSeconds * 1_024 * 1_000) / (site.manifest.app.runtime.memoryMB ?? 512)),
  };
}
