import { toIso } from '../kernel/time';
import type { FieldValues } from '../sla/domain/condition';
import { countingByCategory } from '../sla/domain/counting-by-category';
import type { Facts } from '../sla/domain/facts';
import {
  type CategorisedStatus,
  isListed,
  knownSince,
  noStatuses,
  withListed,
  withUnlisted,
} from '../sla/domain/status-categories';
import { latestValues } from '../sla/domain/values';
import { asDrafted, draftsOf } from './category-drafts';
import { type Configuration, changeConfiguration, presentConfiguration } from './configuration';
import { trimmed } from './configuration-size';
import type { Following } from './following';
import { oweRecount } from './recount';

type Learning = Pick<Following, 'records' | 'tracker' | 'now'>;

interface Statuses {
  readonly all: readonly string[];
  /** Those that issues are in. */
  readonly present: readonly string[];
}

/** The statuses that issues are in. */
export function statusesSeen(issues: readonly { readonly values: FieldValues }[]): Statuses {
  const present = [...new Set(issues.map(({ values }) => values.status ?? ''))].filter(Boolean);
  return { all: present, present };
}

/** The statuses that facts name. */
export function statusesOf(facts: Facts): Statuses {
  const changed = facts.changes.flatMap(({ items }) =>
    items.flatMap(({ field, from, to }) => (field === 'status' ? [from, to] : [])),
  );
  const { present } = statusesSeen([{ values: latestValues(facts) }]);
  const all = [facts.created.values.status, ...changed, ...present];
  return { all: [...new Set(all)].filter((id) => typeof id === 'string'), present };
}

/**
 * The configuration with every one of these statuses in it: a status that came after a service level was saved counts by
 * its category at once. Jira is asked for one once, and for all of them where release 0.1.0 wrote the configuration.
 */
export async function knowing(statuses: Statuses, given: Configuration, world: Learning): Promise<Configuration> {
  if (!unknownAmong(statuses, given).length && given.statuses) return given;
  const configuration = (await presentConfiguration(world.records)) ?? given;
  const unknown = unknownAmong(statuses, configuration);
  if (!configuration.statuses) return knowingAll(unknown, configuration, world);
  if (!unknown.length) return configuration;
  const asked = await Promise.all(unknown.map((id) => world.tracker.status(id)));
  const listed = asked.filter((status) => status !== undefined);
  return (await changeConfiguration(world.records, (one) => withStatuses(one, listed, unknown))) ?? configuration;
}

/** One that Jira did not list is asked for again when an issue is in it. */
const unknownAmong = ({ all, present }: Statuses, { statuses = noStatuses }: Configuration): readonly string[] =>
  all.filter((id) => !isListed(statuses, id) && (present.includes(id) || !statuses.unlisted.includes(id)));

/** `asked` are those that Jira was asked for, of which it listed some. The same where all of them were known. */
function withStatuses(
  configuration: Configuration,
  listed: readonly CategorisedStatus[],
  asked: readonly string[],
): Configuration {
  const before = configuration.statuses ?? noStatuses;
  const statuses = withUnlisted(withListed(before, listed), asked);
  if (statuses === before) return configuration;
  const added = knownSince(statuses, before);
  const definitions = configuration.definitions.map((definition) => countingByCategory(definition, added));
  return trimmed({ ...configuration, definitions, statuses });
}

/**
 * Release 0.1.0 kept the ids alone that a category had when a version was saved; what was meant is in the drafts. What
 * came to the site since counts from now on, so that all clocks are looked at.
 */
async function knowingAll(
  unknown: readonly string[],
  configuration: Configuration,
  { records, tracker, now }: Learning,
): Promise<Configuration> {
  const listed = await tracker.statuses();
  const drafts = await draftsOf(configuration.definitions, records);
  await oweRecount(records, toIso(now()));
  const change = (one: Configuration): Configuration => {
    if (one.statuses) return withStatuses(one, listed, unknown);
    const definitions = one.definitions.map((definition) => asDrafted(definition, drafts));
    return withStatuses({ ...one, definitions }, listed, unknown);
  };
  return (await changeConfiguration(records, change)) ?? configuration;
}
