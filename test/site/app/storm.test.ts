import type { Health } from '@fettle/health/contract';
import {
  differing,
  healthOf,
  openStorm,
  overdueIn,
  overtaken,
  type Storm,
  toldTwice,
} from '../../../scripts/bench/storm-site';
import { minute, second } from '../../builders/an-incident-site';
import { theApp } from '../../builders/the-app';

jest.setTimeout(240_000);
theApp();

interface Look {
  readonly at: number;
  readonly health: Health;
  readonly overdue: number;
  readonly left: number;
}

describe('a storm: one bulk edit makes every incident urgent, and the hour has not points enough', () => {
  let storm: Storm;
  const looks: Look[] = [];
  const shut = () => looks.filter(({ left }) => left === 0);

  beforeAll(async () => {
    storm = await openStorm({ incidents: 60, pointsLeft: 90 });
    const { site } = storm;
    for (let passed = 0; passed < 30; passed += 1) {
      await site.advance(minute);
      const [left, overdue] = [site.points.left(), overdueIn(storm)];
      looks.push({ at: site.clock.now(), health: await healthOf(site), overdue, left });
    }
  });
  afterAll(() => storm.site.close());

  test('runs out of points, and comes out of it again', () => {
    expect(looks[0]?.left).toBeGreaterThan(0);
    expect(shut().length).toBeGreaterThan(5);
    expect(looks.at(-1)?.left).toBeGreaterThan(60_000);
  });

  test('drains: every clock stands as history has it, and nothing is overdue or given up', () => {
    expect(differing(storm)).toEqual([]);
    expect(looks.at(-1)?.overdue).toBe(0);
    expect(storm.site.failedForGood()).toEqual([]);
    expect(storm.site.health().filter(({ waiting }) => waiting > 1)).toEqual([]);
  });

  test('tells of each incident once, the most urgent first', () => {
    expect(storm.site.jira.mailbox().length).toBeGreaterThan(10);
    expect(toldTwice(storm)).toEqual([]);
    expect(overtaken(storm, 'at risk')).toBeLessThanOrEqual(3 * minute);
    expect(overtaken(storm, 'breached')).toBeLessThanOrEqual(3 * minute);
  });

  test('and the health page counts what is overdue though Jira takes no call, but names none', () => {
    for (const { health, overdue } of shut()) {
      expect(health.overdue).toEqual({ count: overdue, oldest: [], issueIds: [] });
      expect(health).toMatchObject({ isShut: true, points: { left: 0 }, hidden: [] });
      expect(health.findings.map(({ code }) => code)).toContain('points-low');
    }
    expect(shut().some(({ overdue }) => overdue > 5)).toBe(true);
    expect(shut().at(-1)?.health.findings[0]).toMatchObject({ code: 'timers-late', overdue: shut().at(-1)?.overdue });
  });

  test('and says that all is well once it is over', () => {
    const { health } = looks.at(-1) as Look;
    expect(health.isShut).toBeUndefined();
    expect(health.findings.map(({ code }) => code)).toEqual(['timers-on-time', 'repair-on-time', 'points-enough']);
  });

  test('begins anew after the full hour, spread over a minute and not in one second', () => {
    const told = storm.site.journal.recent(2_000).filter(({ functionKey, at }) => {
      return functionKey === 'on-issue-changed' && at >= (shut().at(-1)?.at as number);
    });
    const seconds = new Set(told.map(({ at }) => Math.floor(at / second)));
    expect(told.length).toBeGreaterThan(5);
    expect(seconds.size).toBeGreaterThan(told.length / 3);
  });
});

describe('while Jira takes no call', () => {
  let storm: Storm;
  beforeAll(async () => {
    storm = await openStorm({ incidents: 1, pointsLeft: 0 });
  });
  afterAll(() => storm.site.close());

  test.each([
    ['another page', 'administration', 'intakeProgress', {}],
    ['a panel', 'service-levels', 'serviceLevels', { issueId: '10000' }],
  ])('%s is refused by its name', async (_page, moduleKey, functionKey, payload) => {
    const reply = await storm.site.invoke({ moduleKey, functionKey, payload, accountId: 'bench:agent' });
    expect(reply).toEqual({ ok: false, reason: { code: 'jira-shut' } });
  });
});
