import type { Stored } from '../kernel/records';
import { type Instant, toIso } from '../kernel/time';
import type { ClockRecord } from '../sla/clock-entity';
import type { Facts } from '../sla/domain/facts';
import { packed } from '../sla/domain/packed-facts';
import type { Configuration } from './configuration';
import { isTooLarge } from './configuration-size';
import type { Following } from './following';
import { keep } from './keep-clocks';
import { noteUnmended } from './unmended';

/** Thrown for an issue to which more has happened than a record takes: it is let go, and Health tells of it. */
export class TooMuchHistory extends Error {
  constructor() {
    super('More has happened to it than Fettle can keep of one issue.');
    this.name = 'TooMuchHistory';
  }
}

type Kept = Pick<ClockRecord, 'facts' | 'escalations'>;

/** Whether a record would take more than the store does, with what one look at it may add. */
export const isTooMuch = ({ facts, escalations }: Kept): boolean => isTooLarge({ facts: packed(facts), escalations });

/** Whether an issue was let go: nothing is known of its fields, so no clock of it is judged. */
export const isLetGo = ({ created }: Facts): boolean => Object.keys(created.values).length === 0;

interface Letting extends Pick<ClockRecord, 'issueId' | 'projectId' | 'facts'> {
  readonly seen: Instant;
  readonly stored: Stored<ClockRecord> | undefined;
}

/**
 * Lets an issue go to which too much has happened. Clocks of a part of its history would be wrong ones, so it is told none,
 * nothing of it falls due, and what was kept of its history goes; what was escalated and decided stays.
 */
export async function letGo(
  { issueId, projectId, facts, seen, stored }: Letting,
  configuration: Configuration,
  world: Following,
): Promise<never> {
  const { at, by } = facts.created;
  const { escalations = {}, priority } = stored?.value ?? {};
  const record: ClockRecord = {
    ...{ issueId, projectId, seen: toIso(seen), escalations },
    facts: { created: { at, by, values: {} }, changes: [], comments: [] },
    published: { slots: {}, nextDue: null },
    ...(priority && { priority }),
  };
  const why = new TooMuchHistory();
  const isThere = await world.tracker.publishSlots(issueId, {});
  if (isThere && (await keep(record, stored, configuration, world)))
    await noteUnmended(new Map([[issueId, why]]), world);
  throw why;
}
