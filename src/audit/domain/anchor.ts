import * as v from 'valibot';
import { StoredInstant } from '../../kernel/shapes';
import type { AuditEntry } from './entry';

/** The chain that the anchors form themselves. */
export const anchorSubject = 'definition#anchor:daily:1';

/** The last entry of a chain within a span of time: its number and its hash. */
const Head = v.tuple([v.number(), v.string()]);
export type Head = v.InferOutput<typeof Head>;

/** What an anchor holds fast: of every chain that grew from `from` to `to`, both included, where it ended. */
export const Anchor = v.object({
  /** Absent where it begins with the first entry there is. */
  from: v.optional(StoredInstant),
  to: StoredInstant,
  heads: v.record(v.string(), Head),
});
export type Anchor = v.InferOutput<typeof Anchor>;

/** Where an entry stands, without what it tells. */
export type Link = Pick<AuditEntry, 'subject' | 'seq' | 'hash' | 'at'>;

/** Where each chain ended; the anchors' own is held by its next entry. */
function headsOf(links: readonly Link[]): Anchor['heads'] {
  const heads = new Map<string, Head>();
  for (const { subject, seq, hash } of links)
    if (subject !== anchorSubject && seq > (heads.get(subject)?.[0] ?? 0)) heads.set(subject, [seq, hash]);
  return Object.fromEntries([...heads].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** So many chains fit into one anchor: a row takes 240 KiB, https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-08). */
const mostHeads = 1_500;

/**
 * The anchor over links in order of time; where too many chains grew, it ends before the first that is too many, and the
 * next one goes on from there. Undefined where none grew.
 */
export function anchorOf(
  links: readonly Link[],
  { from, to }: Pick<Anchor, 'from' | 'to'>,
  most = mostHeads,
): Anchor | undefined {
  const grown = new Set<string>();
  const excess = links.find(({ subject }) => subject !== anchorSubject && grown.add(subject).size > most);
  const end = excess ? millisecondBefore(excess.at) : to;
  const heads = headsOf(excess ? links.filter(({ at }) => at <= end) : links);
  return Object.keys(heads).length ? { ...(from !== undefined && { from }), to: end, heads } : undefined;
}

const millisecondBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

/** The first instant that an anchor does not cover. */
export const afterAnchor = ({ to }: Pick<Anchor, 'to'>): string => new Date(Date.parse(to) + 1).toISOString();
