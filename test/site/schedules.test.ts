import { openDeliveries } from '../../devsite/platform/deliveries';
import { openLifecycle } from '../../devsite/platform/lifecycle';
import { openSchedules } from '../../devsite/platform/schedules';
import { aPlatform, type Call, hour, minute, monday, second } from '../builders/a-platform';

const schedule = (key: string, interval: string, filter?: object) => ({
  key,
  interval,
  function: 'tick',
  ...(filter && { filter }),
});

type Options = NonNullable<Parameters<typeof aPlatform>[0]>;

function aSite(
  scheduledTrigger: readonly ReturnType<typeof schedule>[],
  {
    work = () => undefined,
    licensed = true,
    ...options
  }: Options & { work?: (call: Call) => unknown; licensed?: boolean } = {},
) {
  const platform = aPlatform({ ...options, modules: { scheduledTrigger }, functions: { tick: work } });
  const schedules = openSchedules({ ...platform, cloudId: 'cloud-1', licensed: () => licensed });
  const minutes = (key: string) =>
    platform.calls.filter(({ moduleKey }) => moduleKey === key).map(({ at }) => (at - monday) / minute);
  return { ...platform, schedules, minutes };
}

describe('a schedule', () => {
  it('runs five minutes after it was deployed and at its interval from then on', async () => {
    const { advance, minutes } = aSite([schedule('often', 'fiveMinute'), schedule('hourly', 'hour')]);
    await advance(2 * hour + 5 * minute);
    expect(minutes('often')).toEqual(Array.from({ length: 25 }, (_, n) => 5 * (n + 1)));
    expect(minutes('hourly')).toEqual([5, 65, 125]);
  });

  it('runs by the day and by the week', async () => {
    const { advance, minutes } = aSite([schedule('daily', 'day'), schedule('weekly', 'week')]);
    await advance(15 * 24 * hour);
    expect(minutes('daily')).toHaveLength(15);
    expect(minutes('weekly')).toEqual([5, 5 + 7 * 24 * 60, 5 + 14 * 24 * 60]);
  });

  it('is called with the documented payload and without a person', async () => {
    const { advance, calls } = aSite([schedule('hourly', 'hour')]);
    await advance(5 * minute);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ moduleKey: 'hourly', moduleType: 'scheduledTrigger', functionKey: 'tick' });
    expect(calls[0]!.payload).toEqual({
      context: { cloudId: 'cloud-1', moduleKey: 'hourly' },
      contextToken: expect.any(String),
    });
    expect(calls[0]!.terms).toMatchObject({ cause: 'schedule:hourly', timeoutSeconds: 55 });
  });

  it('is not tried again when it fails, but runs at its next time', async () => {
    const work = () => {
      throw new Error('boom');
    };
    const { advance, minutes, schedules } = aSite([schedule('hourly', 'hour')], { work });
    await advance(hour + 5 * minute);
    expect(minutes('hourly')).toEqual([5, 65]);
    expect(schedules.health()).toEqual([
      {
        moduleType: 'scheduledTrigger',
        moduleKey: 'hourly',
        functionKey: 'tick',
        lastRun: { at: monday + 65 * minute, ok: false },
        oldestDue: monday + 125 * minute,
        waiting: 1,
        failedForGood: 0,
      },
    ]);
  });

  it('leaves out the ticks that it overslept', async () => {
    const site = aSite([schedule('often', 'fiveMinute')], {
      work: ({ at }) => {
        if (at === monday + 5 * minute) site.clock.moveTo(monday + 17 * minute);
      },
    });
    await site.advance(25 * minute);
    expect(site.minutes('often')).toEqual([5, 17, 20, 25]);
  });

  it('rests while the app has no licence, if it says so', async () => {
    const modules = [schedule('paid', 'hour', { appIsLicensed: true }), schedule('free', 'hour')];
    const { advance, minutes } = aSite(modules, { licensed: false });
    await advance(hour);
    expect([minutes('paid'), minutes('free')]).toEqual([[], [5]]);
  });

  it('goes on where it stood after a stop of the site', async () => {
    const modules = [schedule('hourly', 'hour')];
    const { advance, database, clock } = aSite(modules);
    await advance(30 * minute);
    const after = aSite(modules, { database, start: clock.now() });
    await after.advance(2 * hour);
    expect(after.minutes('hourly')).toEqual([65, 125]);
  });

  it('begins anew, like all others, when the manifest changes any', async () => {
    const { advance, database, clock } = aSite([schedule('hourly', 'hour')]);
    await advance(30 * minute);
    const after = aSite([schedule('hourly', 'hour'), schedule('daily', 'day')], { database, start: clock.now() });
    await after.advance(hour);
    expect([after.minutes('hourly'), after.minutes('daily')]).toEqual([[35], [35]]);
  });

  it('is refused at the start as the sixth, or as the second every five minutes', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => schedule(key, 'hour'));
    expect(() => aSite(six)).toThrow('The manifest has 6 scheduled triggers; Forge allows 5.');
    const two = [schedule('a', 'fiveMinute'), schedule('b', 'fiveMinute')];
    expect(() => aSite(two)).toThrow('one scheduled trigger every five minutes, the manifest has a, b');
  });

  it('is refused at the start with an interval that Forge does not know', () => {
    expect(() => aSite([schedule('a', 'minute')])).toThrow('a has no interval minute to run in.');
  });
});

describe('a life-cycle event', () => {
  const trigger = [
    { key: 'on-install', function: 'install', events: ['avi:forge:installed:app'] },
    { key: 'on-upgrade', function: 'install', events: ['avi:forge:upgraded:app'] },
  ];
  const open = (options: Options, permissions: object = {}) => {
    const platform = aPlatform({ functions: { install: () => undefined }, modules: { trigger }, ...options });
    const manifest = { ...platform.manifest, permissions };
    const deliveries = openDeliveries(platform);
    const identity = { installationId: 'installation-1', environmentId: 'environment-1', adminAccountId: 'admin' };
    return { ...platform, installation: openLifecycle({ ...platform, manifest, deliveries, ...identity }) };
  };

  it('tells the app that it was installed, with the documented payload', async () => {
    const { advance, calls, installation } = open({});
    await advance(0);
    expect(installation).toMatchObject({ id: 'installation-1', version: '1.0.0' });
    expect(calls).toMatchObject([{ moduleKey: 'on-install', terms: { cause: 'avi:forge:installed:app' } }]);
    expect(calls[0]!.payload).toEqual({
      id: 'installation-1',
      installerAccountId: 'admin',
      app: { id: '11111111-2222-3333-4444-555555555555', version: '1.0.0' },
      environment: { id: 'environment-1' },
    });
  });

  it('comes once, however often the site is opened', async () => {
    const { advance, database } = open({});
    await advance(0);
    const after = open({ database });
    await after.advance(hour);
    expect(after.calls).toEqual([]);
    expect(after.installation.version).toBe('1.0.0');
  });

  it('tells the app of a new major version, which asks admins for more', async () => {
    const { database } = open({});
    const after = open({ database }, { scopes: ['read:jira-work'] });
    await after.advance(0);
    expect(after.calls.map(({ moduleKey }) => moduleKey)).toEqual(['on-install', 'on-upgrade']);
    expect(after.calls[1]!.payload).toMatchObject({ upgraderAccountId: 'admin', app: { version: '2.0.0' } });
  });

  it('does not tell the app of a minor version', async () => {
    const before = open({});
    await before.advance(0);
    const after = open({ database: before.database, modules: { trigger: trigger.slice(0, 1) } });
    await after.advance(hour);
    expect(after.calls).toEqual([]);
    expect(after.installation.version).toBe('1.1.0');
  });

  it('is tried again when the app asks for it', async () => {
    const install = ({ payload }: Call) =>
      payload.retryContext ? undefined : { _retry: true, retryOptions: { retryAfter: 5 } };
    const { advance, calls } = open({ functions: { install } });
    await advance(minute);
    expect(calls.map(({ at }) => (at - monday) / second)).toEqual([0, 5]);
  });
});
