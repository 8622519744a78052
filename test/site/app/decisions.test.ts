import type { AuditEntry } from '@fettle/audit/domain/entry';
import { verifyExport } from '@fettle/audit/domain/verify-export';
import { calendarContract } from '@fettle/calendar/contract';
import { healthContract } from '@fettle/health/contract';
import { incidentContract, intakeContract, overrideContract } from '@fettle/incident/contract';
import type { Contract } from '@fettle/rpc/contract';
import { setUpContract } from '@fettle/set-up/contract';
import { definitionContract, serviceLevelContract } from '@fettle/sla/contract';
import { entriesIn, exportOf } from '../../builders/an-export';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  hour,
  type IncidentSite,
  minute,
  raise,
} from '../../builders/an-incident-site';
import { anEmptySeed } from '../../builders/set-up-seeds';

let site: IncidentSite;

const contracts: Contract = {
  ...calendarContract,
  ...definitionContract,
  ...healthContract,
  ...incidentContract,
  ...intakeContract,
  ...overrideContract,
  ...serviceLevelContract,
  ...setUpContract,
};

// biome-ignore lint/suspicious/noExplicitAny: what comes back is asserted
const call = async (name: string, payload: unknown): Promise<any> => {
  const reply = (await administer(site, name, payload)) as { ok: boolean; value: unknown };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
};

const onIncidents = async () => {
  site = await anIncidentSite();
};
const onAnEmptySite = async () => {
  site = await anIncidentSite({ seed: anEmptySeed() });
  let finished = false;
  while (!finished) ({ finished } = await call('applySetUp', { choices: { items: {}, levels: {} } }));
  await site.settle();
};

const resolution = async () =>
  (await call('definitions', {})).definitions.find(({ id }: { id: string }) => id === 'time-to-resolution');
const business = async () =>
  (await call('calendars', {})).calendars.find(
    ({ calendar }: { calendar: { id: string } }) => calendar.id === 'business-hours',
  );

async function anOverride() {
  const issue = await raise(site);
  await edit(site, issue, { priority: { name: 'High' } });
  const reply = (await ask(site, 'serviceLevels', { issueId: issue.id })) as { value: { priority: { at: number } } };
  return { issueId: issue.id, at: new Date(reply.value.priority.at).toISOString() };
}

/** What a person does by each call that writes, where, and as what it is to be found in the export. */
const decisions: Readonly<
  Record<string, { on: () => Promise<void>; does: () => Promise<unknown>; action: string; by?: string }>
> = {
  saveCalendar: {
    on: onIncidents,
    does: async () => {
      const { calendar, version } = await business();
      return call('saveCalendar', { calendar: { ...calendar, name: 'Office hours' }, basedOn: version });
    },
    action: 'calendar.saved',
  },
  removeCalendar: {
    on: onIncidents,
    does: async () => {
      const { calendar } = await business();
      const made = await call('saveCalendar', { calendar: { ...calendar, id: '', name: 'Spare' } });
      return call('removeCalendar', { id: made.calendar.id, basedOn: made.version });
    },
    action: 'calendar.removed',
  },
  saveDefinition: {
    on: onIncidents,
    does: async () => {
      const { id, version, draft } = await resolution();
      return call('saveDefinition', { id, basedOn: version, draft: { ...draft, name: 'Mended' }, running: 'move' });
    },
    action: 'service-level.saved',
  },
  removeDefinition: {
    on: onIncidents,
    does: async () => {
      const { id, version } = await resolution();
      return call('removeDefinition', { id, basedOn: version });
    },
    action: 'service-level.removed',
  },
  saveIncidentSettings: {
    on: onIncidents,
    does: () => call('saveIncidentSettings', { showNextDue: false }),
    action: 'incident-settings.saved',
  },
  explainOverride: {
    on: onIncidents,
    does: async () => ask(site, 'explainOverride', { ...(await anOverride()), reason: 'The board meets tomorrow.' }),
    action: 'priority.override.explained',
    by: 'abel',
  },
  liftOverride: {
    on: onIncidents,
    does: async () => ask(site, 'liftOverride', await anOverride()),
    action: 'priority.override.lifted',
    by: 'abel',
  },
  startIntake: { on: onIncidents, does: () => call('startIntake', {}), action: 'intake.started' },
  runAgain: { on: onIncidents, does: () => call('runAgain', { issueIds: ['10001'] }), action: 'escalations.run-again' },
  applySetUp: { on: onAnEmptySite, does: async () => undefined, action: 'set-up.finished' },
  removeMade: {
    on: onAnEmptySite,
    does: async () => {
      await exportOf(site);
      const { made } = await call('planRemoval', {});
      return call('removeMade', { kind: made[0].kind, id: made[0].id });
    },
    action: 'removal.removed',
  },
};

async function exported(): Promise<readonly AuditEntry[]> {
  await site.advance(minute);
  const rows = await exportOf(site);
  expect(verifyExport(rows)).toMatchObject({ findings: [], remarks: [] });
  return entriesIn(rows);
}

test('every call that writes is among the decisions that are tried here', () => {
  const writing = Object.entries(contracts).flatMap(([name, { writes }]) => (writes ? [name] : []));
  expect(Object.keys(decisions).sort()).toEqual(writing.sort());
});

describe('the export has an entry', () => {
  afterEach(() => site.close());

  test.each(Object.entries(decisions))('of a person’s %s', async (_name, { on, does, action, by = admin }) => {
    await on();
    await does();
    expect(await exported()).toContainEqual(expect.objectContaining({ action, actor: by }));
  });

  test('of every action of an escalation, begun and done', async () => {
    await onIncidents();
    await raise(site, { impact: 1, urgency: 1 });
    await site.advance(20 * minute);
    const told = (await exported()).filter(({ actor }) => actor === 'policy').map(({ action }) => action);
    expect(told).toEqual([
      'escalation.mail.started',
      'escalation.mail.done',
      'escalation.comment.started',
      'escalation.comment.done',
      'escalation.mail.started',
      'escalation.mail.done',
    ]);
  });

  test('of the service levels that the app brought, and of holidays that it added', async () => {
    await onIncidents();
    expect(await exported()).toContainEqual(expect.objectContaining({ action: 'service-levels.set-up', actor: 'app' }));
    const { calendar, version } = await business();
    const { source, holidays } = await call('holidays', { country: 'DE', years: [2026] });
    const known = { ...calendar, holidaySources: [source], holidays };
    await call('saveCalendar', { calendar: known, basedOn: version });
    await site.advance(2 * hour);
    expect(await exported()).toContainEqual(expect.objectContaining({ action: 'calendar.extended', actor: 'policy' }));
  });
});
