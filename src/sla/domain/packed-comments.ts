import type { Instant } from '../../kernel/time';
import type { Comment } from './facts';

/** Many comments in little room: an issue may have thousands, and a value of the store takes 240 KiB. */
export interface PackedComments {
  /** Account ids, each once. */
  readonly by: readonly string[];
  /** Each comment's id and instant as what is between it and the one before, and who spoke how, in base 36. */
  readonly packed: string;
}

/** As few are readable as they are stored. */
const fewest = 200;

const base = 36;
const app = 1;
const internal = 2;
const ways = 4;

/** The comments as they are stored; ten thousand take about half of a value. */
export function packedComments(comments: readonly Comment[]): readonly Comment[] | PackedComments {
  if (comments.length < fewest || !comments.every(({ id }) => String(Number(id)) === id)) return comments;
  const by = [...new Set(comments.map((comment) => comment.by))];
  const places = new Map(by.map((account, place) => [account, place]));
  let [lastId, lastAt] = [0, 0];
  const parts = comments.map((comment) => {
    const id = Number(comment.id);
    const how = (comment.byApp ? app : 0) + (comment.audience === 'internal' ? internal : 0);
    const who = (places.get(comment.by) ?? 0) * ways + how;
    const part = [id - lastId, comment.at - lastAt, who].map((number) => number.toString(base)).join();
    [lastId, lastAt] = [id, comment.at];
    return part;
  });
  return { by, packed: parts.join(' ') };
}

/** The comments as rules read them. */
export function unpackedComments(stored: readonly Comment[] | PackedComments): readonly Comment[] {
  if (!('packed' in stored)) return stored;
  let [id, at] = [0, 0];
  return stored.packed.split(' ').map((part): Comment => {
    const [toId = 0, toAt = 0, who = 0] = part.split(',').map((digits) => Number.parseInt(digits, base));
    id += toId;
    at += toAt;
    return {
      id: String(id),
      at: at as Instant,
      by: stored.by[Math.floor(who / ways)] ?? '',
      byApp: (who & app) !== 0,
      audience: who & internal ? 'internal' : 'public',
    };
  });
}
