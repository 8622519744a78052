import type { CalendarInUse } from '@fettle/calendar/contract';
import { hours } from '@fettle/kernel/time';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  once,
  raise,
} from '../../builders/an-incident-site';
import { auditOf, clocksNow, configurationOf, recordOf } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

// biome-ignore lint/suspicious/noExplicitAny: what comes back is asserted
const call = async (name: string, payload: unknown, by = admin): Promise<any> => administer(site, name, payload, by);

const all = async (): Promise<readonly CalendarInUse[]> => (await call('calendars', {})).value.calendars;
const business = async () => (await all()).find(({ calendar }) => calendar.id === 'business-hours') as CalendarInUse;
const earlier = (from: string) => [{ from, to: '17:00' }];
const weekFrom = (from: string) => [[], ...Array.from({ length: 5 }, () => earlier(from)), []];

describe('the calendars', () => {
  test('are told with the goals that count by them', async () => {
    const known = await all();
    expect(known.map(({ calendar, version }) => [calendar.id, version])).toEqual([
      ['business-hours', 1],
      ['round-the-clock', 1],
    ]);
    expect(known[0]?.usedBy).toEqual([
      { definitionId: 'time-to-first-response', definition: 'Time to first response', goals: ['P3', 'P4', 'P5'] },
      { definitionId: 'time-to-resolution', definition: 'Time to resolution', goals: ['P3', 'P4', 'P5'] },
    ]);
  });

  test('are an admin’s alone', async () => {
    for (const name of ['calendars', 'calendarChoices'])
      expect(await call(name, {}, 'abel')).toEqual({ ok: false, reason: { code: 'not-permitted' } });
  });

  test('are new ones as well', async () => {
    const calendar = { ...(await business()).calendar, id: '', name: 'On call', holidays: [], holidaySources: [] };
    const saved = await call('saveCalendar', { calendar });
    expect(saved).toMatchObject({ ok: true, value: { version: 1, usedBy: [], calendar: { id: 'on-call' } } });
    expect((await all()).map(({ calendar: { name } }) => name)).toContain('On call');
    expect(await auditOf(site, 'definition#calendar:on-call:1')).toMatchObject([
      { actor: admin, action: 'calendar.saved' },
    ]);
  });

  test('are refused with the places of what is wrong', async () => {
    const { calendar, version } = await business();
    const week = [
      [],
      [
        { from: '09:00', to: '17:00' },
        { from: '16:00', to: '18:00' },
      ],
      [],
      [],
      [],
      [],
      [],
    ];
    const reply = await call('saveCalendar', { calendar: { ...calendar, week, timeZone: 'Berlin' }, basedOn: version });
    expect(reply).toMatchObject({ ok: false, reason: { code: 'unfit' } });
    expect(reply.reason.problems).toContainEqual({ code: 'unknown-zone', place: 'timeZone' });
    const clash = await call('saveCalendar', { calendar: { ...calendar, week }, basedOn: version });
    expect(clash.reason.problems).toEqual([{ code: 'overlap', place: 'week.1[1]', with: 'week.1[0]' }]);
    const twin = await call('saveCalendar', { calendar: { ...calendar, id: '' } });
    expect(twin.reason.problems).toEqual([{ code: 'name-taken', place: 'name' }]);
  });

  test('are saved by the first of two admins who edit them', async () => {
    const { calendar, version } = await business();
    const [one, two] = await Promise.all(
      ['07:00', '08:00'].map((from) =>
        call('saveCalendar', { calendar: { ...calendar, week: weekFrom(from) }, basedOn: version }),
      ),
    );
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect([one, two].find(({ ok }) => !ok)).toEqual({ ok: false, reason: { code: 'changed-meanwhile' } });
  });

  test('are joined in by the next look when the save died halfway', async () => {
    await site.close();
    site = await anIncidentSite({
      fate: once(
        ({ ask: { path, body } }) => path === '/api/v1/transaction' && (body ?? '').includes('calendar.saved'),
      ),
    });
    const { calendar, version } = await business();
    await call('saveCalendar', { calendar: { ...calendar, name: 'Desk hours' }, basedOn: version }).catch(
      () => undefined,
    );
    expect((await business()).calendar.name).toBe('Desk hours');
    expect((await business()).version).toBe(2);
    expect(configurationOf(site)?.calendars[0]?.name).toBe('Desk hours');
  });
});

describe('an edit of hours', () => {
  test('moves the due instants of what is under way', async () => {
    const issue = await raise(site);
    await site.advance(2 * hour);
    const before = recordOf(site, issue)?.published.nextDue;
    const { calendar, version } = await business();
    await call('saveCalendar', { calendar: { ...calendar, week: weekFrom('13:00') }, basedOn: version });
    await site.advance(minute);
    const after = recordOf(site, issue)?.published.nextDue;
    expect(before).toBe('2026-11-20T12:00:00.000Z');
    expect(after).toBe('2026-11-20T16:00:00.000Z');
    expect(clocksNow(site, issue)[0]?.cycles[0]?.target).toBe(hours(4));
  });
});

describe('a calendar is taken away', () => {
  test('never while a goal counts by it', async () => {
    const reply = await call('removeCalendar', { id: 'business-hours', basedOn: 1 });
    expect(reply).toEqual({
      ok: false,
      reason: {
        code: 'unfit',
        problems: ['Time to first response', 'Time to resolution'].map((name) => ({
          place: '',
          code: 'in-use',
          with: name,
        })),
      },
    });
  });

  test('when none does', async () => {
    const { calendar } = await business();
    await call('saveCalendar', { calendar: { ...calendar, id: '', name: 'Spare' } });
    expect(await call('removeCalendar', { id: 'spare', basedOn: 1 })).toEqual({ ok: true, value: null });
    expect((await all()).map((known) => known.calendar.id)).not.toContain('spare');
    const again = await call('saveCalendar', { calendar: { ...calendar, id: '', name: 'Spare' } });
    expect(again.value.calendar.id).toBe('spare-2');
  });
});

describe('holidays', () => {
  test('are those of a region, as dates with their source', async () => {
    const { value } = await call('holidays', { country: 'DE', region: 'BY', years: [2027] });
    expect(value.source).toBe('DE-BY');
    expect(value.holidays).toContainEqual({ date: '2027-01-06', name: expect.any(String), source: 'DE-BY' });
    const whole = await call('holidays', { country: 'DE', years: [2027] });
    expect(whole.value.holidays.map(({ date }: { date: string }) => date)).not.toContain('2027-01-06');
  });

  test('come from countries and regions by name, and zones are suggested', async () => {
    const { value } = await call('calendarChoices', {});
    expect(value.countries).toContainEqual({ code: 'DE', name: 'Germany' });
    expect(value.zones).toContain('Europe/Berlin');
    const regions = await call('holidayRegions', { country: 'DE' });
    expect(regions.value.regions).toContainEqual({ code: 'BY', name: expect.any(String) });
    expect(regions.value.zones).toContain('Europe/Berlin');
  });

  test('of the coming years are added by the hourly schedule, and audited as its policy', async () => {
    const { calendar, version } = await business();
    const few = calendar.holidays.filter(({ date }) => date < '2028');
    await call('saveCalendar', { calendar: { ...calendar, holidays: few }, basedOn: version });
    await site.advance(hour);
    const longer = await business();
    expect(longer.version).toBe(3);
    expect(longer.calendar.holidays.at(-1)?.date.slice(0, 4)).toBe('2032');
    expect(await auditOf(site, 'definition#calendar:business-hours:3')).toMatchObject([
      { actor: 'policy', action: 'calendar.extended' },
    ]);
    await site.advance(2 * hour);
    expect((await business()).version).toBe(3);
  });
});
