import type { Change, Comment, Facts } from './facts';
import { type PackedChanges, packedChanges, unpackedChanges } from './packed-changes';
import { type PackedComments, packedComments, unpackedComments } from './packed-comments';

/** Facts as they are stored: what there is much of takes little room. */
export type StoredFacts = Pick<Facts, 'created'> & {
  readonly changes: readonly Change[] | PackedChanges;
  readonly comments: readonly Comment[] | PackedComments;
};

/** The facts as they are stored. */
export function packed(facts: Facts): StoredFacts {
  const [changes, comments] = [packedChanges(facts.changes), packedComments(facts.comments)];
  return changes === facts.changes && comments === facts.comments ? facts : { ...facts, changes, comments };
}

/** The facts as rules read them. */
export const unpacked = (stored: StoredFacts): Facts => ({
  ...stored,
  changes: unpackedChanges(stored.changes),
  comments: unpackedComments(stored.comments),
});
