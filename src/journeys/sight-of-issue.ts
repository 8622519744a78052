import type { Unreadable } from '../kernel/records';
import type { Comment, Facts } from '../sla/domain/facts';
import { fromHistory, withComments } from '../sla/domain/facts-merge';
import type { IssueReading } from '../sla/ports';
import type { Followed } from './bring-up-to-date';
import { type Configuration, trackedFields } from './configuration';
import type { Following } from './following';
import { readAnew } from './read-anew';

/** Reads an issue that is not followed yet, with its history; undefined when the app cannot see it. */
export async function firstSight(
  issueId: string,
  tracked: readonly string[],
  said: readonly Comment[],
  { tracker }: Pick<Following, 'tracker'>,
): Promise<Followed | undefined> {
  const reading = await tracker.issueWithHistory(issueId, tracked);
  if (!reading) return undefined;
  const { changes, projectId, updated } = reading;
  const comments = await commentsOf(reading, { tracker });
  const facts = withComments(fromHistory(reading, changes, comments), said);
  return { issueId, projectId, facts, seen: updated, stored: undefined, publishedIsKnown: false };
}

/** The same of one of which there may be a record that cannot be read. */
export async function sightOf(
  issueId: string,
  found: Unreadable | undefined,
  { tracked, said = [] }: { readonly tracked: readonly string[]; readonly said?: readonly Comment[] },
  world: Pick<Following, 'tracker' | 'records'>,
): Promise<Followed | undefined> {
  const read = await firstSight(issueId, tracked, said, world);
  return read && found ? { ...read, stored: await readAnew(read, found, world.records), touched: 'any' } : read;
}

/** All comments of an issue that was read; a further call only where it has more than the answer told. */
export const commentsOf = async (
  { id, comments, allComments }: IssueReading,
  { tracker }: Pick<Following, 'tracker'>,
): Promise<readonly Comment[]> => (allComments ? comments : tracker.comments(id));

/** Whether facts were read before one of the fields was followed. */
export const lacks = ({ created }: Facts, configuration: Configuration): boolean =>
  trackedFields(configuration).some((field) => created.values[field] === undefined);
