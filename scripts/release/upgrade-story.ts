import type { JiraSeed } from '../../devsite/jira/jira';
import type { Site } from '../../devsite/site';
import type { CalendarInUse } from '../../src/calendar/contract';
import type { EditableDefinition } from '../../src/sla/contract';
import { anIncidentSeed } from '../../test/builders/an-incident-seed';
import {
  administer,
  ask,
  edit,
  hour,
  minute,
  move,
  type Raised,
  raise,
  regrade,
  say,
  second,
  until,
} from '../../test/builders/an-incident-site';

/** What a later version finds on the site. */
export interface Told {
  /** The incidents by what became of them. */
  readonly incidents: Readonly<Record<string, Raised>>;
  /** Those in the project that the app is kept out of. */
  readonly hidden: readonly string[];
}

const { projects, ...seed } = anIncidentSeed();

/** Two projects: one that stays open to the app, one that does not. */
export const upgradeSeed: JiraSeed = {
  ...seed,
  projects: projects.flatMap((project) => [project, { ...project, key: 'PLAT', name: 'Platform' }]),
};

/** A working week in which incidents come to stand in every way, and an admin edits what they are measured by. */
export async function tellOfEverything(site: Site): Promise<Told> {
  await site.settle();
  await carriedOut(site, 'applySetUp', { choices: { items: {}, levels: {} } });
  const early = await monday(site);
  await until(site, '2026-11-17T09:00:00Z');
  await calendarEdited(site);
  await definitionEdited(site, 2, 'move');
  const later = await wednesday(site, early);
  await until(site, '2026-11-19T09:00:00Z');
  await definitionEdited(site, 1.5, 'keep');
  site.jira.setAppAccess('PLAT', false);
  await until(site, '2026-11-20T09:00:00Z');
  const urgent = await raise(site, { impact: 1, urgency: 1 });
  const fresh = await raise(site, { impact: 3, urgency: 3 });
  await site.advance(6 * minute);
  const hidden = ['hidden, in progress', 'hidden, answered meanwhile'];
  return { incidents: { ...early, ...later, 'at risk soon': urgent, fresh }, hidden };
}

async function monday(site: Site): Promise<Readonly<Record<string, Raised>>> {
  const closed = await raise(site);
  const late = await raise(site, { impact: 1, urgency: 2 });
  const reopened = await raise(site, { impact: 3 });
  const waiting = await raise(site);
  const supplied = await raise(site, { impact: 3 });
  const overridden = await raise(site, { impact: 3, urgency: 3 });
  const running = await raise(site, { impact: 3, urgency: 3 });
  const project = { fields: { project: { key: 'PLAT' } } };
  const hidden = await raise(site, project);
  const answered = await raise(site, { impact: 1, urgency: 1, ...project });
  const deleted = await raise(site);
  await site.advance(20 * minute);
  for (const issue of [closed, reopened, waiting, supplied, hidden]) {
    await say(site, issue);
    await move(site, issue, 'In Progress');
    await site.advance(10 * minute);
  }
  await move(site, waiting, 'Awaiting User Info');
  await move(site, supplied, 'Awaiting Vendor');
  await overrule(site, overridden, 'The board meets tomorrow.');
  await site.advance(hour);
  await move(site, closed, 'Resolved');
  await move(site, reopened, 'Resolved');
  site.jira.as('lena').delete(`/rest/api/3/issue/${deleted.id}`);
  await site.advance(2 * hour);
  await move(site, supplied, 'In Progress');
  await move(site, closed, 'Closed');
  return {
    'closed in time': closed,
    'resolved late': late,
    'opened again': reopened,
    'waiting for the caller': waiting,
    'waiting for a supplier for the second time': supplied,
    overridden,
    running,
    'hidden, in progress': hidden,
    'hidden, answered meanwhile': answered,
  };
}

async function wednesday(site: Site, early: Readonly<Record<string, Raised>>) {
  await until(site, '2026-11-18T10:00:00Z');
  const known = (name: string): Raised => early[name] as Raised;
  await move(site, known('opened again'), 'In Progress');
  await move(site, known('waiting for a supplier for the second time'), 'Awaiting Vendor');
  await move(site, known('resolved late'), 'Resolved');
  await say(site, known('hidden, answered meanwhile'));
  const regraded = await raise(site, { impact: 3, urgency: 3 });
  const lifted = await raise(site);
  await site.advance(second);
  await regrade(site, regraded, { impact: 1 });
  await overrule(site, lifted, 'A customer threatens to leave.');
  await carriedOut(site, 'liftOverride', { issueId: lifted.id, at: await overriddenAt(site, lifted) }, 'abel');
  return { regraded, 'override lifted': lifted };
}

/** Sets a priority against the matrix, and says why. */
async function overrule(site: Site, issue: Raised, reason: string): Promise<void> {
  await edit(site, issue, { priority: { name: 'High' } });
  await carriedOut(site, 'explainOverride', { issueId: issue.id, at: await overriddenAt(site, issue), reason }, 'abel');
}

async function overriddenAt(site: Site, issue: Raised): Promise<string> {
  const levels = await carriedOut<{ priority: { at: number } }>(site, 'serviceLevels', { issueId: issue.id }, 'abel');
  return new Date(levels.priority.at).toISOString();
}

async function calendarEdited(site: Site): Promise<void> {
  const { calendars } = await carriedOut<{ calendars: readonly CalendarInUse[] }>(site, 'calendars', {});
  const { calendar, version } = calendars.find(({ calendar: { id } }) => id === 'business-hours') as CalendarInUse;
  const week = calendar.week.map((day) => (day.length ? [{ from: '08:00', to: '18:00' }] : []));
  await carriedOut(site, 'saveCalendar', { calendar: { ...calendar, week }, basedOn: version });
  await site.advance(minute);
}

async function definitionEdited(site: Site, factor: number, running: 'move' | 'keep'): Promise<void> {
  const { definitions } = await carriedOut<{ definitions: readonly EditableDefinition[] }>(site, 'definitions', {});
  const { id, version, draft } = definitions.find((one) => one.id === 'time-to-resolution') as EditableDefinition;
  const goals = draft.goals.map((goal) => ({ ...goal, target: goal.target * factor }));
  await carriedOut(site, 'saveDefinition', { id, basedOn: version, draft: { ...draft, goals }, running });
  await site.advance(minute);
}

/** Calls the app until what it does is finished, as its administration does, or its panel for a person named. */
async function carriedOut<Value>(site: Site, call: string, payload: unknown, by?: string): Promise<Value> {
  for (;;) {
    const reply = await (by ? ask(site, call, payload, by) : administer(site, call, payload));
    const { ok, value, reason } = reply as { ok: boolean; value: Value & { finished?: boolean }; reason?: unknown };
    if (!ok) throw new Error(`${call} is refused: ${JSON.stringify(reason)}`);
    await site.settle();
    if (value?.finished !== false) return value;
  }
}
