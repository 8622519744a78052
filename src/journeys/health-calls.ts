import * as v from 'valibot';
import type { Health, healthContract } from '../health/contract';
import { findings } from '../health/domain/verdict';
import { allow } from '../kernel/result';
import { instant, toIso } from '../kernel/time';
import type { Handlers, World } from '../rpc/handlers';
import { dueEntity } from '../sla/due-entry';
import type { Escalator } from '../sla/ports';
import { sweptKey } from '../sla/sweep';
import { configurationKey, readConfiguration } from './configuration';
import { repairedKey } from './repair-incidents';

/** What the health page needs beside the records. */
export interface Watching {
  readonly escalator: Escalator;
  /** What is left of Jira's points of this hour; undefined where Jira does not tell. */
  readonly points: () => Promise<{ readonly limit: number; readonly left: number } | undefined>;
}

const Swept = v.object({ at: v.string(), events: v.number() });

/** Overdue entries that are listed with their issues. */
const mostListed = 20;

/** How the app fares, from what it stores anyway: what is overdue is what failed, and every run asks for it again. */
export const healthCalls = ({ escalator, points }: Watching): Handlers<typeof healthContract> => ({
  async health(_input, world) {
    const { records, now } = world;
    const at = now();
    const [setting, overdue, swept, repaired, left] = await Promise.all([
      records.setting(configurationKey),
      dueAt(world),
      records.setting(sweptKey),
      records.setting(repairedKey),
      points(),
    ]);
    const configuration = readConfiguration(setting);
    const ran = swept === undefined ? undefined : v.parse(Swept, swept);
    const mended = repaired === undefined ? undefined : String(repaired);
    const told = {
      ...overdue,
      ...(ran && { swept: ran }),
      ...(mended !== undefined && { repaired: mended }),
      ...(left && { points: left }),
      ...holidaysUntil(configuration),
    };
    return allow({ now: toIso(at), ...told, findings: findings(standing(told, configuration?.since, at)) });
  },

  async runAgain({ issueIds }) {
    await escalator.push(issueIds.map((issueId) => ({ issueId, delaySeconds: 0 })));
    return allow({ asked: issueIds.length });
  },
});

type Told = Omit<Health, 'now' | 'findings'>;

const standing = (told: Told, since: string | undefined, now: ReturnType<World['now']>) => ({
  now,
  since: since === undefined ? undefined : instant(since),
  oldestDue: told.oldestDue === undefined ? undefined : instant(told.oldestDue),
  overdue: told.overdue.count,
  swept: told.swept && instant(told.swept.at),
  repaired: told.repaired === undefined ? undefined : instant(told.repaired),
  points: told.points,
});

async function dueAt({ records, now }: World): Promise<Pick<Health, 'oldestDue' | 'overdue'>> {
  const upTo = toIso(now());
  const past = await records.list(dueEntity, 'by-at', { upTo }, { limit: 100 });
  const escalations = past.items.filter(({ value: { show } }) => show === undefined);
  const next = escalations[0] ?? (await records.list(dueEntity, 'by-at', {}, { limit: 1 })).items[0];
  return {
    ...(next && { oldestDue: next.value.at }),
    overdue: {
      count: escalations.length,
      oldest: escalations.slice(0, mostListed).map(({ value: { issueId, at } }) => ({ issueId, at })),
    },
  };
}

function holidaysUntil(configuration: ReturnType<typeof readConfiguration>): Pick<Health, 'holidaysUntil'> {
  const last = (configuration?.calendars ?? []).flatMap(({ holidays }) => holidays.at(-1)?.date ?? []).sort();
  return last[0] === undefined ? {} : { holidaysUntil: last[0] };
}
