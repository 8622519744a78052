import * as v from 'valibot';
import { type Page, type Records, write } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { StoredInstant } from '../kernel/shapes';
import { type Instant, instant, minutes, toIso } from '../kernel/time';
import { type DueEntry, dueEntity, nothing } from './due-entry';
import { mendDue } from './mend-due';
import type { Escalator, IssueTracker } from './ports';

/** How far a sweep looks ahead: its own interval, and half a minute for a late one. */
export const sweepHorizon = minutes(5.5);

/** Forge takes 500 events a minute, and a page asks for 100 at most; what is left over waits for the next sweep. */
const mostEvents = 400;

/** As many rows as a sweep looks through within its 55 seconds. */
const mostPages = 40;

/** Issues whose "Next due" is told in one call. */
const mostShown = 100;

/** The KVS key of the last run that had something to do. */
export const sweptKey = 'swept';

/** The next run that has something to do tells it anew where it cannot be read. */
export const sweptSetting = defineSetting({
  key: sweptKey,
  shape: v.object({ at: StoredInstant, events: v.number() }),
  instead: () => undefined,
});

/** Forge takes 25 writes in a transaction. */
const mostWrites = 25;

/** What a sweep needs of the world. */
export interface Sweeping {
  readonly records: Records;
  readonly escalator: Escalator;
  readonly tracker: Pick<IssueTracker, 'showNextDue'>;
  /** The field that shows the nearest due instant; undefined when none does. */
  readonly nextDueField: () => Promise<string | undefined>;
  readonly now: () => Instant;
}

type Item = Page<DueEntry>['items'][number];

/**
 * Asks for every escalation that falls due before the next sweep, at its own instant, what falls due first before the
 * rest; then shows the due instants that moved since the last. One query when there is nothing to do.
 */
export async function sweep(world: Sweeping): Promise<void> {
  const at = world.now();
  const upTo = toIso((at + sweepHorizon) as Instant);
  const toShow: Item[] = [];
  const broken: string[] = [];
  let after: string | undefined;
  let events = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const where = { limit: 100, ...(after && { after }) };
    const { items, unreadable, next } = await world.records.list(dueEntity, 'by-at', { upTo }, where);
    broken.push(...unreadable.map(({ key }) => key));
    const due = items.filter(({ value }) => value.show === undefined);
    if (due.length && events < mostEvents) events += await world.escalator.push(due.map(({ value }) => ask(value, at)));
    toShow.push(...items.filter(({ value }) => value.show !== undefined));
    after = next;
    if (!next) break;
  }
  if (events) await world.records.putSetting(sweptSetting, { at: toIso(at), events });
  await mendDue(broken, world);
  // Comes last: a field that cannot be written keeps no escalation waiting.
  for (let i = 0; i < toShow.length; i += mostShown) await show(toShow.slice(i, i + mostShown), world);
}

const ask = ({ issueId, at }: DueEntry, now: Instant) => ({
  issueId,
  delaySeconds: Math.max(0, Math.ceil((instant(at) - now) / 1_000)),
});

/** Tells Jira first and forgets then; an entry that was replaced meanwhile stays for the next sweep. */
async function show(items: readonly Item[], { records, tracker, nextDueField }: Sweeping): Promise<void> {
  const field = await nextDueField();
  const dues = items.map(({ value: { issueId, show: due = nothing } }) => ({
    issueId,
    due: due === nothing ? null : due,
  }));
  if (field) await tracker.showNextDue(field, dues);
  for (let i = 0; i < items.length; i += mostWrites) {
    const shown = items.slice(i, i + mostWrites);
    await records.save(shown.map((item) => write(dueEntity, item.key, undefined, item)));
  }
}
