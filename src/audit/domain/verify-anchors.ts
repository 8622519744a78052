import * as v from 'valibot';
import { Anchor, afterAnchor, anchorSubject } from './anchor';
import type { AuditEntry } from './entry';
import type { Chains, Finding } from './finding';

/** An anchor, and the entry that holds it. */
export interface ReadAnchor {
  readonly seq: number;
  readonly hash: string;
  readonly anchor: Anchor;
}

/** The anchors that the entries of their chain hold. */
export function readAnchors(chain: readonly AuditEntry[]) {
  const read = chain.map(({ seq, hash, changed }) => ({ seq, hash, parsed: v.safeParse(Anchor, changed.body?.to) }));
  const anchors = read.flatMap(({ seq, hash, parsed }): readonly ReadAnchor[] =>
    parsed.success ? [{ seq, hash, anchor: parsed.output }] : [],
  );
  const findings = read.flatMap(({ seq, parsed }): readonly Finding[] =>
    parsed.success ? [] : [{ subject: anchorSubject, seq, field: 'changed', says: `Anchor ${seq} holds nothing.` }],
  );
  return { anchors, findings };
}

/** What the anchors hold and the chains do not, and the other way round. */
export const whatAnchorsFind = (anchors: readonly ReadAnchor[], chains: Chains): readonly Finding[] =>
  anchors.flatMap((one, i) => [
    ...gapBefore(one, anchors[i - 1]),
    ...Object.entries(one.anchor.heads).flatMap(([subject, head]) => whatHeadFinds(one, subject, head, chains)),
    ...unheld(one, chains),
  ]);

function gapBefore({ seq, anchor }: ReadAnchor, before: ReadAnchor | undefined): readonly Finding[] {
  const expected = before && afterAnchor(before.anchor);
  if (anchor.from === expected) return [];
  const says = `Anchor ${seq} does not begin where the one before it ends.`;
  return [{ subject: anchorSubject, seq, field: 'changed', says }];
}

function whatHeadFinds(
  { seq: anchor }: ReadAnchor,
  subject: string,
  [seq, hash]: Anchor['heads'][string],
  chains: Chains,
): readonly Finding[] {
  const entry = chains.get(subject)?.find((one) => one.seq === seq);
  if (entry?.hash === hash) return [];
  const says = entry
    ? `Entry ${seq} of ${subject} is not the one that anchor ${anchor} holds.`
    : `Entry ${seq} of ${subject} is missing: anchor ${anchor} holds it.`;
  return [{ subject, seq, ...(entry && { field: 'hash' }), says }];
}

/** Entries of an anchor's time that came after it was made. */
function unheld({ seq: number, anchor }: ReadAnchor, chains: Chains): readonly Finding[] {
  const { from = '', to, heads } = anchor;
  const within = [...chains.values()].flat().filter(({ at }) => at >= from && at <= to);
  return within
    .filter(({ subject, seq }) => subject !== anchorSubject && seq > (heads[subject]?.[0] ?? 0))
    .map(({ subject, seq, at }) => ({
      subject,
      seq,
      field: 'at',
      says: `Entry ${seq} of ${subject} says it is of ${at}, and anchor ${number} over that time does not hold it.`,
    }));
}
