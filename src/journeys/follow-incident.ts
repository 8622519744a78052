import type { Found } from '../kernel/records';
import { type Instant, instant, later, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { fieldsAskedAbout } from '../sla/domain/definition-fields';
import type { Change, Comment } from '../sla/domain/facts';
import { learn, withComments } from '../sla/domain/facts-merge';
import { bringUpToDate, type Followed } from './bring-up-to-date';
import { type Configuration, configurationSetting, trackedFields } from './configuration';
import type { Following } from './following';
import { firstSight, lacks, sightOf } from './sight-of-issue';
import { withAuthor } from './standing-of';
import { isLetGo } from './too-much-history';

/** What an event says of an issue. */
export interface News {
  readonly issueId: string;
  readonly issueTypeId: string;
  /** Where it was when the event was made. */
  readonly projectId?: string;
  /** The issue's `updated` when the event was made. */
  readonly updated: Instant;
  /** Every field the event says was changed; untracked ones are left out here. Its account may be an app's. */
  readonly change?: Change;
  readonly comment?: Comment;
}

/** Learns what an event tells and brings the issue's clocks, priority, property and due entry to what follows from it. */
export async function followIncident(news: News, world: Following): Promise<void> {
  const { setting: configuration, found } = await world.records.findWith(
    configurationSetting,
    clockEntity,
    clockKey(news.issueId),
  );
  if (!configuration || (!found && !configuration.incidentTypes.includes(news.issueTypeId))) return;

  if (found?.value && isLetGo(found.value.facts)) return;
  const followed = await learnt(news, found, configuration, world);
  if (!followed || isOldNews(followed, configuration)) return;
  await bringUpToDate(followed, configuration, world);
}

const isOldNews = ({ stored, facts, seen, touched }: Followed, { definitions }: Configuration): boolean =>
  stored !== undefined &&
  facts === stored.value.facts &&
  toIso(seen) === stored.value.seen &&
  !definitions.flatMap(fieldsAskedAbout).some((field) => touched === 'any' || touched?.includes(field));

async function learnt(
  news: News,
  found: Found<ClockRecord>,
  configuration: Configuration,
  world: Following,
): Promise<Followed | undefined> {
  const tracked = trackedFields(configuration);
  const change = news.change && onlyTracked(news.change, tracked);
  if (!found?.value) return withHeard(await sightOf(news.issueId, found, { tracked }, world), news);
  const touched = touchedBy(news);
  if (lacks(found.value.facts, configuration)) {
    const read = withHeard(await firstSight(news.issueId, tracked, found.value.facts.comments, world), news);
    return read && { ...read, stored: found, publishedIsKnown: true, touched };
  }

  const told = { ...(change && { change }), ...(news.comment && { comment: news.comment }) };
  const { facts, gap } = learn(found.value.facts, told);
  const known = {
    issueId: news.issueId,
    projectId: projectAfter(news, found.value),
    stored: found,
    publishedIsKnown: true,
    touched,
  };
  const seen = later(instant(found.value.seen), news.updated);
  if (!gap)
    return { ...known, facts: await withAuthor(change, facts, found.value, configuration, world.tracker), seen };

  const histories = await world.tracker.histories([news.issueId], tracked);
  return { ...known, facts: { ...facts, changes: histories.get(news.issueId) ?? [] }, seen };
}

/** Where the comments were read after the event, what Jira did not show there is for a role or group alone: no event says so. */
function withHeard(read: Followed | undefined, { comment }: News): Followed | undefined {
  if (!read || !comment || read.facts.comments.some(({ id }) => id === comment.id)) return read;
  return { ...read, facts: withComments(read.facts, [{ ...comment, audience: 'internal' }]) };
}

/** An issue may have moved; what an older event tells of it is over. */
const projectAfter = ({ projectId, updated }: News, before: ClockRecord): string =>
  projectId !== undefined && updated >= instant(before.seen) ? projectId : before.projectId;

const touchedBy = ({ change, comment }: News): readonly string[] => [
  ...(change?.items ?? []).map(({ field }) => field),
  ...(comment ? ['comment'] : []),
];

function onlyTracked(change: Change, tracked: readonly string[]): Change | undefined {
  const items = change.items.filter(({ field }) => tracked.includes(field));
  return items.length ? { ...change, items } : undefined;
}
