import { chance } from '../../devsite/chance';
import type { CallMade, Fates } from '../../devsite/gateway';
import { openSite } from '../../devsite/open-site';
import type { Site, SiteOptions } from '../../devsite/site';
import { aDocument } from './a-small-jira';
import { admin, anIncidentSeed, levels } from './an-incident-seed';
import { theApp } from './the-app';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A Friday, 08:00 in Berlin: an hour before business hours begin. */
export const friday = Date.parse('2026-11-20T07:00:00Z');

/** A site that remembers what its functions called. */
export interface IncidentSite extends Site {
  readonly calls: readonly CallMade[];
}

export interface IncidentSiteOptions extends Partial<SiteOptions> {
  /** Whether the app is set up before the story begins; it is when absent. */
  readonly installed?: boolean;
}

const app = theApp();

/** A site with the app on it, its clock frozen on a Friday morning; events come at once unless told otherwise. */
export async function anIncidentSite({ fate, installed = true, ...options }: IncidentSiteOptions = {}) {
  const calls: CallMade[] = [];
  const watch: Fates = (call, place) => {
    calls.push(call);
    return fate?.(call, place);
  };
  const site = await openSite({
    appDirectory: app,
    runner: 'in-process',
    start: friday,
    seed: anIncidentSeed(),
    pace: 'frozen',
    delivery: { latency: [0, 0] },
    adminAccountId: admin,
    fate: watch,
    ...options,
  });
  if (installed) await site.settle();
  return { ...site, calls } satisfies IncidentSite;
}

export interface Raised {
  readonly id: string;
  readonly key: string;
}

const fieldIds = new WeakMap<Site['jira'], ReadonlyMap<string, string>>();

/** The id of a field by its name. */
export function fieldId({ jira }: Site, name: string): string {
  const known = fieldIds.get(jira);
  const fields = known ?? new Map(jira.as(admin).get('/rest/api/3/field').map(namedId));
  fieldIds.set(jira, fields);
  return fields.get(name) ?? name;
}

const namedId = ({ id, name }: { id: string; name: string }) => [name, id] as const;

export interface Told {
  readonly impact?: number;
  readonly urgency?: number;
  readonly by?: string;
  readonly type?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * Raises an incident, of priority P3 unless told otherwise, and lets the app hear of what arrives at once. A second
 * passes before anything else happens to it.
 */
export async function raise(site: Site, told: Told = {}): Promise<Raised> {
  const { impact = 2, urgency = 2, by = 'carl', type = 'Incident', fields } = told;
  const known = { project: { key: 'OPS' }, issuetype: { name: type }, summary: 'No mail since nine' };
  const body = { fields: { ...known, ...levelFields(site, { impact, urgency }), ...fields } };
  const { id, key } = site.jira.as(by).post<Raised>('/rest/api/3/issue', body);
  await site.advance(second);
  return { id, key };
}

/** Impact and urgency as Jira takes them; 0 empties one. */
export const levelFields = (site: Site, told: { readonly impact?: number; readonly urgency?: number }) =>
  Object.fromEntries(
    (['Impact', 'Urgency'] as const).flatMap((name) => {
      const level = told[name.toLowerCase() as 'impact' | 'urgency'];
      return level === undefined ? [] : [[fieldId(site, name), level ? { value: levels[level - 1] } : null]];
    }),
  );

export async function edit(site: Site, { id }: Raised, fields: Readonly<Record<string, unknown>>, by = 'abel') {
  site.jira.as(by).put(`/rest/api/3/issue/${id}`, { fields });
  await site.settle();
}

/** Changes impact or urgency. */
export const regrade = (site: Site, issue: Raised, told: Parameters<typeof levelFields>[1], by = 'abel') =>
  edit(site, issue, levelFields(site, told), by);

export async function move(site: Site, { id }: Raised, to: string, by = 'abel') {
  const person = site.jira.as(by);
  const { transitions } = person.get<{ transitions: readonly { id: string; to: { name: string } }[] }>(
    `/rest/api/3/issue/${id}/transitions`,
  );
  const found = transitions.find((transition) => transition.to.name === to);
  person.post(`/rest/api/3/issue/${id}/transitions`, { transition: { id: found?.id } });
  await site.settle();
}

export async function say(site: Site, { id }: Raised, by = 'abel', text = 'Looking into it.') {
  site.jira.as(by).post(`/rest/api/3/issue/${id}/comment`, { body: aDocument(text) });
  await site.settle();
}

/** Moves the clock to an instant. */
export const until = (site: Site, at: string) => site.advance(Date.parse(at) - site.clock.now());

/** Calls the app as its panel on the issue does. */
export const ask = (site: Site, functionKey: string, payload: unknown, accountId = 'abel') =>
  site.invoke({ moduleKey: 'service-levels', functionKey, payload, accountId });

/** Calls the app as its administration pages do. */
export const administer = (site: Site, functionKey: string, payload: unknown, accountId: string = admin) =>
  site.invoke({ moduleKey: 'administration', functionKey, payload, accountId });

/** Kills the function that makes the first call of a kind, once the call is carried out. */
export function once(holds: (call: CallMade) => boolean, when: 'before' | 'after' = 'after'): Fates {
  let killed = false;
  return (call) => {
    if (killed || !holds(call)) return undefined;
    killed = true;
    return `killed-${when}`;
  };
}

/** A seed by which, of so many events, the delivery policy drops exactly these when its share is a fifth. */
export function seedThatDrops(dropped: readonly number[], of: number): number {
  const events = Array.from({ length: of }, (_, i) => i + 1);
  const fits = (seed: number) =>
    events.every((event) => chance(seed, 'dropped', event) < 0.2 === dropped.includes(event));
  let seed = 1;
  while (!fits(seed)) seed += 1;
  return seed;
}

/** How often the app read the history of an issue. */
export const historyReads = ({ calls }: IncidentSite, { id }: Raised): number =>
  calls.filter(({ ask: { path, body } }) =>
    path.startsWith('/rest/api/3/changelog/bulkfetch')
      ? JSON.parse(body ?? '{}').issueIdsOrKeys.includes(id)
      : path.startsWith(`/rest/api/3/issue/${id}?`) && path.includes('expand=changelog'),
  ).length;

/** The points that a function's calls cost so far. */
export const pointsOf = ({ bill }: Site, functionKey: string): number =>
  bill.lines().reduce((sum, line) => (line.functionKey === functionKey ? sum + line.points : sum), 0);
