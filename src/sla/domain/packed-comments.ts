import type { Instant } from '../../kernel/time';
import type { Comment, Facts } from './facts';

/** Facts as they are stored: many comments in little room, since an issue may have thousands and a value takes 240 KiB. */
export type StoredFacts = Omit<Facts, 'comments'> & { readonly comments: readonly Comment[] | PackedComments };

interface PackedComments {
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

/** The facts as they are stored; ten thousand comments take about half of a value. */
export function packed(facts: Facts): StoredFacts {
  const { comments } = facts;
  if (comments.length < fewest || !comments.every(({ id }) => String(Number(id)) === id)) return facts;
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
  return { ...facts, comments: { by, packed: parts.join(' ') } };
}

/** The facts as rules read them. */
export function unpacked(stored: StoredFacts): Facts {
  const { comments } = stored;
  if (!('packed' in comments)) return { ...stored, comments };
  let [id, at] = [0, 0];
  const found = comments.packed.split(' ').map((part): Comment => {
    const [toId = 0, toAt = 0, who = 0] = part.split(',').map((digits) => Number.parseInt(digits, base));
    id += toId;
    at += toAt;
    return {
      id: String(id),
      at: at as Instant,
      by: comments.by[Math.floor(who / ways)] ?? '',
      byApp: (who & app) !== 0,
      audience: who & internal ? 'internal' : 'public',
    };
  });
  return { ...stored, comments: found };
}
