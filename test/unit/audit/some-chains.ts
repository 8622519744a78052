import { auditEntry } from '@fettle/audit/audit-entry';
import { type Anchor, afterAnchor, anchorOf, type Link } from '@fettle/audit/domain/anchor';
import { type AuditEntry, entryKey } from '@fettle/audit/domain/entry';
import { auditPart, beganPart, type ExportedRow } from '@fettle/audit/domain/exported-row';
import { write } from '@fettle/kernel/records';
import { definitionEntity } from '@fettle/sla/definition-entity';
import { dueEntity } from '@fettle/sla/due-entry';
import fc from 'fast-check';

const day = 24 * 3_600_000;
const start = Date.parse('2026-11-20T00:00:00.000Z');
const iso = (at: number) => new Date(at).toISOString();

/** Deeds in order: whose chain, how long after the one before, and by whom. */
export const histories = fc.array(
  fc.record({
    chain: fc.integer({ min: 1, max: 4 }),
    after: fc.integer({ min: 1, max: day / 2 }),
    actor: fc.constantFrom('policy', '712020:ada-lovelace', '712020:carl-gauss'),
  }),
  { minLength: 4, maxLength: 24 },
);
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

interface Growing {
  readonly rows: Map<string, ExportedRow>;
  readonly ends: Map<string, AuditEntry>;
  anchor: Anchor | undefined;
}

/** What an export has after these deeds, the anchors of the days behind them included. */
export function exportAfter(history: History): readonly ExportedRow[] {
  const growing: Growing = { rows: new Map(), ends: new Map(), anchor: undefined };
  let at = start;
  for (const { chain, after, actor } of history) {
    const before = Math.floor(at / day);
    at += after;
    if (Math.floor(at / day) > before) anchored(growing, at);
    const value = { issueId: String(chain), at: iso(at) };
    grow(growing, { actor, action: 'due.moved', at: iso(at) }, dueEntity, `due:${chain}`, value);
  }
  anchored(growing, at + 2 * day);
  return [{ part: beganPart, key: 'began', value: iso(at + 3 * day) }, ...growing.rows.values()];
}

function anchored(growing: Growing, at: number): void {
  const { rows, anchor: last } = growing;
  const to = iso(Math.floor(at / day) * day - 1);
  const from = last && afterAnchor(last);
  const entries = [...rows.values()].flatMap(({ part, value }) => (part === auditPart ? [value as Link] : []));
  const within = entries.filter((entry) => entry.at >= (from ?? '') && entry.at <= to);
  const anchor = anchorOf(within, { ...(from && { from }), to });
  if (!anchor) return;
  const row = { kind: 'anchor', id: 'daily', version: 1 } as const;
  const deed = { actor: 'app', action: 'audit.anchored', at: iso(at + 1) };
  grow(growing, deed, definitionEntity, 'anchor:daily:1', { ...row, body: anchor });
  growing.anchor = anchor;
}

function grow(
  { rows, ends }: Growing,
  deed: Parameters<typeof auditEntry>[0],
  entity: Parameters<typeof write>[0],
  key: string,
  value: Parameters<typeof write>[2],
): void {
  const subject = `${entity.name}#${key}`;
  const last = ends.get(subject);
  const before = last && { value: {}, revision: 1, trail: { seq: last.seq, hash: last.hash } };
  const entry = auditEntry(deed, { ...write(entity, key, value), before }, () => `salt ${rows.size}`);
  ends.set(subject, entry);
  rows.set(entryKey(entry), { part: auditPart, key: entryKey(entry), value: JSON.parse(JSON.stringify(entry)) });
  rows.set(subject, { part: 'some', key, value, subject, trail: `${entry.seq}:${entry.hash}` });
}
