import type { Health, healthContract } from '../health/contract';
import { findings, mostCounted } from '../health/domain/verdict';
import { UnreadableSetting } from '../kernel/reading';
import type { Records } from '../kernel/records';
import { allow } from '../kernel/result';
import { asStored } from '../kernel/setting';
import { instant, toIso } from '../kernel/time';
import type { Handlers, World } from '../rpc/handlers';
import { type DueEntry, dueEntity } from '../sla/due-entry';
import type { Escalator } from '../sla/ports';
import { sweptSetting } from '../sla/sweep';
import { type Configuration, configurationKey, presentConfiguration } from './configuration';
import { bytesOf, valueLimit } from './configuration-size';
import { recordOrder } from './record-order';
import { repairedSetting } from './repair-incidents';
import { setAsideTold } from './set-aside-told';
import { readUnmended, type Unmended } from './unmended';
import { hiddenProjects } from './watch-projects';

/** What the health page needs beside the records. */
export interface Watching {
  readonly escalator: Escalator;
  /** What is left of Jira's points of this hour; undefined where Jira does not tell. */
  readonly points: () => Promise<{ readonly limit: number; readonly left: number } | undefined>;
}

/** Overdue entries that are listed with their issues, and whose issues are told by their ids. */
const [mostListed, mostIds] = [20, 100];

/** How the app fares, from what it stores anyway: what is overdue is what failed, and every run asks for it again. */
export const healthCalls = ({ escalator, points }: Watching): Handlers<typeof healthContract> => ({
  async health(_input, world) {
    const { records, now } = world;
    const at = now();
    const [setting, overdue, swept, repaired, left, unmended, hidden] = await Promise.all([
      records.setting(asStored(configurationKey)),
      dueAt(world),
      records.setting(sweptSetting),
      records.setting(repairedSetting),
      points(),
      readUnmended(records),
      hiddenProjects(records),
    ]);
    const configuration = await goneBy(records);
    const setAside = [...(await setAsideTold(records))];
    const told = {
      ...overdue,
      hidden: [...hidden],
      largest: { bytes: setting === undefined ? 0 : bytesOf(setting), limit: valueLimit },
      ...ranLast(swept, repaired),
      ...(left && { points: left }),
      ...holidaysUntil(configuration),
      ...failing(unmended),
      ...(setAside.length && { setAside }),
    };
    const found = findings(standing(told, setting === undefined ? undefined : (configuration?.since ?? toIso(at)), at));
    return allow({ now: toIso(at), ...(world.isShut ? unnamed(told) : told), findings: found });
  },

  async runAgain({ issueIds }, world) {
    const what = issueIds.length ? { reason: issueIds.join(', ') } : {};
    await recordOrder({ actor: world.accountId, action: 'escalations.run-again', ...what }, world);
    await escalator.push(issueIds.map((issueId) => ({ issueId, delaySeconds: 0 })));
    return allow({ asked: issueIds.length });
  },
});

type Told = Omit<Health, 'now' | 'findings'>;

const ranLast = (swept: Health['swept'], repaired: string | undefined): Pick<Health, 'swept' | 'repaired'> => ({
  ...(swept !== undefined && { swept }),
  ...(repaired !== undefined && { repaired }),
});

/** The configuration, if it can be read. */
async function goneBy(records: Records): Promise<Configuration | undefined> {
  try {
    return await presentConfiguration(records);
  } catch (error) {
    if (error instanceof UnreadableSetting) return undefined;
    throw error;
  }
}

/** The figures alone. */
const unnamed = ({ failing: _, setAside, overdue: { count }, ...told }: Told): Told => ({
  ...told,
  ...(setAside && { setAside: setAside.filter(({ kind }) => kind !== 'clock' && kind !== 'due' && kind !== 'audit') }),
  isShut: true,
  overdue: { count, oldest: [], issueIds: [] },
  hidden: [],
});

const standing = (told: Told, since: string | undefined, now: ReturnType<World['now']>) => ({
  now,
  since: since === undefined ? undefined : instant(since),
  oldestDue: told.overdue.oldest[0] && instant(told.overdue.oldest[0].at),
  overdue: told.overdue.count,
  swept: told.swept && instant(told.swept.at),
  repaired: told.repaired === undefined ? undefined : instant(told.repaired),
  unreadable: (told.setAside ?? []).filter(({ isMended }) => !isMended).length,
  points: told.points,
});

/** Pages of the work index that are looked through for what is overdue; "Next due" that is to be told stands among it. */
const mostPages = 40;

async function dueAt({ records, now }: World): Promise<Pick<Health, 'oldestDue' | 'overdue'>> {
  const upTo = toIso(now());
  const overdue: DueEntry[] = [];
  let oldest: DueEntry | undefined;
  let after: string | undefined;
  for (let page = 0; page < mostPages && overdue.length < mostCounted; page += 1) {
    const where = { limit: 100, ...(after && { after }) };
    const { items, next } = await records.list(dueEntity, 'by-at', { upTo }, where);
    oldest ??= items[0]?.value;
    overdue.push(...items.map(({ value }) => value).filter(({ show }) => show === undefined));
    after = next;
    if (!next) break;
  }
  oldest ??= (await records.list(dueEntity, 'by-at', {}, { limit: 1 })).items[0]?.value;
  return {
    ...(oldest && { oldestDue: oldest.at }),
    overdue: {
      count: Math.min(overdue.length, mostCounted),
      oldest: overdue.slice(0, mostListed).map(({ issueId, at }) => ({ issueId, at })),
      issueIds: overdue.slice(0, mostIds).map(({ issueId }) => issueId),
    },
  };
}

/** Of every calendar in use, the day its holidays end; the earliest of them. */
function holidaysUntil(configuration: Configuration | undefined): Pick<Health, 'holidaysUntil'> {
  const present = (configuration?.calendars ?? []).filter(({ id }) => !id.includes('@'));
  const [first] = present
    .flatMap(
      ({ holidays }) =>
        holidays
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? [],
    )
    .sort();
  return first === undefined ? {} : { holidaysUntil: first };
}

function failing(unmended: Unmended): Pick<Health, 'failing'> {
  const [last] = Object.entries(unmended).sort(([, a], [, b]) => b.since.localeCompare(a.since));
  if (!last) return {};
  const [issueId, { since, why }] = last;
  return { failing: { issueIds: Object.keys(unmended), issueId, since, why } };
}
