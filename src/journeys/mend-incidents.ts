import type { Found, Stored, Unreadable } from '../kernel/records';
import { type Instant, instant } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import type { Comment } from '../sla/domain/facts';
import { fromHistory, withComments } from '../sla/domain/facts-merge';
import { sameSlots } from '../sla/domain/slot';
import { latestValues } from '../sla/domain/values';
import type { IssueReading } from '../sla/ports';
import type { Followed } from './bring-up-to-date';
import type { Following } from './following';
import { readAnew } from './read-anew';
import { commentsOf } from './sight-of-issue';

export type Known = Found<ClockRecord>;

/** What is stored of these issues. */
export async function knownOf(
  issues: readonly { readonly id: string }[],
  { records }: Pick<Following, 'records'>,
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  for (let i = 0; i < issues.length; i += 25) {
    const part = issues.slice(i, i + 25);
    const rows = await records.findAll(
      clockEntity,
      part.map(({ id }) => clockKey(id)),
    );
    part.forEach(({ id }, at) => {
      known.set(id, rows[at]);
    });
  }
  return known;
}

/** No comment was heard since: none is held against what Jira shows. */
const never = Number.POSITIVE_INFINITY as Instant;

/**
 * Whether Jira tells more of an issue than is stored, or was told something else of it; or less, of the comments that were
 * heard since an instant.
 */
export function differs(reading: IssueReading, known: Known, heardSince = never): boolean {
  const { updated, values, comments } = reading;
  if (!known?.value || updated > instant(known.value.seen) || wasToldOtherwise(reading, known)) return true;
  const { facts } = known.value;
  const last = latestValues(facts);
  const knownComments = new Set(facts.comments.map(({ id }) => id));
  return (
    Object.entries(values).some(([field, value]) => (last[field] ?? null) !== value) ||
    comments.some(({ id }) => !knownComments.has(id)) ||
    (reading.allComments && facts.comments.some(isUnshown(comments, heardSince)))
  );
}

/** A comment that Jira does not show to the app is for a role or group alone, or gone again: no event says so. */
const isUnshown =
  (shown: readonly Comment[], heardSince: Instant) =>
  ({ id, at, byApp, audience }: Comment): boolean =>
    at >= heardSince && !byApp && audience === 'public' && !shown.some((comment) => comment.id === id);

/** The comments with those that Jira does not show as what they are to a requester. */
const asShown = (comments: readonly Comment[], shown: readonly Comment[], heardSince: Instant): readonly Comment[] =>
  comments.map((comment) => (isUnshown(shown, heardSince)(comment) ? { ...comment, audience: 'internal' } : comment));

/** A handler that knew less may have told the issue last, and died before it told it again. */
const wasToldOtherwise = ({ told }: IssueReading, { value }: Stored<ClockRecord>): boolean =>
  told !== undefined && !sameSlots(told ?? {}, value.published.slots);

/** An issue as a search and its history tell it, whether it is known already or not. */
export const learnt = (
  seen: IssueReading,
  stored: Known,
  changes: Followed['facts']['changes'],
  world: Pick<Following, 'tracker' | 'records'>,
  heardSince?: Instant,
): Promise<Followed> =>
  stored?.value ? relearnt(seen, stored, changes, world, heardSince) : learntFrom(seen, stored, changes, world);

/** A known issue with its history as Jira tells it now. */
async function relearnt(
  sighting: IssueReading,
  stored: Stored<ClockRecord>,
  changes: Followed['facts']['changes'],
  world: Pick<Following, 'tracker'>,
  heardSince = never,
): Promise<Followed> {
  const { id: issueId, projectId, updated } = sighting;
  const { facts, seen: seenBefore } = stored.value;
  const shown = await commentsOf(sighting, world);
  const known = withComments({ ...facts, changes, comments: asShown(facts.comments, shown, heardSince) }, shown);
  const seen = Math.max(updated, instant(seenBefore)) as Instant;
  const publishedIsKnown = !wasToldOtherwise(sighting, stored);
  return { issueId, projectId, facts: known, seen, stored, publishedIsKnown, touched: 'any' };
}

/** An issue of which nothing is known yet, or nothing that can be read, from what a search told of it with its history. */
async function learntFrom(
  seen: IssueReading,
  broken: Unreadable | undefined,
  changes: Followed['facts']['changes'],
  world: Pick<Following, 'tracker' | 'records'>,
): Promise<Followed> {
  // The history may have been read after the issue was: what is later is not in its values yet.
  const until = changes.filter(({ at }) => at <= seen.updated);
  const facts = fromHistory(seen, until, await commentsOf(seen, world));
  const { id: issueId, projectId, updated } = seen;
  const stored = broken && (await readAnew({ issueId, projectId, facts }, broken, world.records));
  return {
    issueId,
    projectId,
    facts,
    seen: updated,
    stored,
    publishedIsKnown: false,
    ...(stored && { touched: 'any' as const }),
  };
}
