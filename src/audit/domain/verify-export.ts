import * as v from 'valibot';
import { erasedPrefix } from '../../kernel/account-ids';
import { StoredInstant } from '../../kernel/shapes';
import { anchorSubject } from './anchor';
import { AuditEntry, entryKey, hashOf } from './entry';
import { auditPart, beganPart, type ExportedRow } from './exported-row';
import { type Chains, type Finding, isMissing } from './finding';
import { type ReadAnchor, readAnchors, whatAnchorsFind } from './verify-anchors';
import { countGone, whatRecordsFind } from './verify-records';

export interface Verdict {
  readonly entries: number;
  readonly chains: number;
  /** Records that know where their chain ends. */
  readonly records: number;
  /** Chains of issues that were deleted. */
  readonly gone: number;
  readonly anchors: readonly ReadAnchor[];
  readonly findings: readonly Finding[];
  /** What can no longer be proved, and why that is nobody's wrong. */
  readonly remarks: readonly Finding[];
}

/** Whether an export's entries are what was written: each chain by itself, by its record, and by the anchors. */
export function verifyExport(rows: readonly ExportedRow[]): Verdict {
  const { entries, findings: unread } = readEntries(rows.filter(({ part }) => part === auditPart));
  const chains = chainsOf(entries);
  const { anchors, findings: unreadAnchors } = readAnchors(chains.get(anchorSubject) ?? []);
  const lost = entries.filter((entry) => hashOf(withoutHash(entry)) !== entry.hash || namesStrangers(entry));
  const [erased, changed] = parted(lost, (entry) => isErasedAsItWas(entry, anchors));
  const began = beganOf(rows);
  return {
    entries: entries.length,
    chains: chains.size,
    records: rows.filter(({ subject, trail }) => subject !== undefined && trail !== undefined).length,
    gone: countGone(rows, chains),
    anchors,
    findings: [
      ...whatWholeFinds(rows, entries, chains, began),
      ...unread,
      ...unreadAnchors,
      ...changed.map(isChanged),
      ...[...chains.values()].flatMap(whatLinksFind),
      ...whatRecordsFind(rows, chains, began),
      ...whatAnchorsFind(anchors, chains),
    ],
    remarks: erased.map(isErased),
  };
}

function readEntries(rows: readonly ExportedRow[]) {
  const read = rows.map(({ key, value }) => ({ key, value, parsed: v.safeParse(AuditEntry, value) }));
  // As they stand there: what an entry has beyond its shape is no part of what was hashed.
  const entries = read.flatMap(({ value, parsed }) => (parsed.success ? [value as AuditEntry] : []));
  const findings = read.flatMap(({ key, parsed }): readonly Finding[] => {
    if (!parsed.success) return [{ subject: key, says: `The row ${key} is no audit entry.` }];
    const { subject, seq } = parsed.output;
    if (entryKey({ subject, seq }) === key) return [];
    const field = key.startsWith(`${subject}#`) ? 'seq' : 'subject';
    return [{ subject, seq, field, says: `Where ${key} belongs there is entry ${seq} of ${subject}.` }];
  });
  return { entries, findings };
}

function chainsOf(entries: readonly AuditEntry[]): Chains {
  const chains = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const chain = chains.get(entry.subject);
    if (chain) chain.push(entry);
    else chains.set(entry.subject, [entry]);
  }
  return new Map([...chains].map(([subject, chain]) => [subject, chain.sort((a, b) => a.seq - b.seq)]));
}

/** Salts of people whom nothing in the entry names: they are in no hash. */
function namesStrangers({ people = {}, ...entry }: AuditEntry): boolean {
  const text = JSON.stringify(entry);
  return Object.keys(people).some((id) => !text.includes(JSON.stringify(id).slice(1, -1)));
}

const withoutHash = ({ hash: _, ...rest }: AuditEntry): Omit<AuditEntry, 'hash'> => rest;

const isChanged = ({ subject, seq }: AuditEntry): Finding => ({
  subject,
  seq,
  field: 'hash',
  says: `Entry ${seq} of ${subject} is not what was hashed: something in it was changed.`,
});

/** Entries of 0.1.0 were hashed with the account ids themselves; all of them lie before the first anchor's end. */
function isErasedAsItWas(entry: AuditEntry, [first]: readonly ReadAnchor[]): boolean {
  const isOld = !entry.people && (!first || entry.at <= first.anchor.to);
  return isOld && JSON.stringify(entry).includes(`"${erasedPrefix}`);
}

const isErased = ({ subject, seq }: AuditEntry): Finding => ({
  subject,
  seq,
  says: `Entry ${seq} of ${subject} was hashed with an account id that has been erased: its place is proved, its words are not.`,
});

/** Numbers from 1 without a gap, each entry on the hash of the one before. */
function whatLinksFind(chain: readonly AuditEntry[]): readonly Finding[] {
  return chain.flatMap((entry, i) => {
    const { subject, seq, prevHash } = entry;
    const before = chain[i - 1];
    const expected = (before?.seq ?? 0) + 1;
    if (seq < expected) return [{ subject, seq, field: 'seq', says: `There are two entries ${seq} of ${subject}.` }];
    if (seq > expected) return [isMissing(subject, expected, seq - 1)];
    if (prevHash === before?.hash) return [];
    const says = `Entry ${seq} of ${subject} does not follow from ${before ? `entry ${before.seq}` : 'nothing, though it is the first'}.`;
    return [{ subject, seq, field: 'prevHash', says }];
  });
}

/** As long as an export may take, and nobody goes on with one. */
const longest = 24 * 3_600_000;

/** When the export began; undefined where it does not say so, or several things of it. */
function beganOf(rows: readonly ExportedRow[]): string | undefined {
  const [first, second] = rows.filter(({ part }) => part === beganPart);
  return !second && v.is(StoredInstant, first?.value) ? first.value : undefined;
}

/** Says when it began, which is not before what it holds, and has records beside the entries. */
function whatWholeFinds(
  rows: readonly ExportedRow[],
  entries: readonly AuditEntry[],
  chains: Chains,
  began: string | undefined,
): readonly Finding[] {
  const of = (says: string): readonly Finding[] => [{ subject: beganPart, says }];
  if (began === undefined) return of('The export does not say when it began.');
  const last = new Date(Date.parse(began) + longest).toISOString();
  const later = entries.find(({ at }) => at > last);
  const known = rows.some(({ subject = '' }) => chains.has(subject));
  return [
    ...(later ? of(`The export began at ${began}, and entry ${later.seq} of ${later.subject} is of ${later.at}.`) : []),
    ...(entries.length && !known ? of('No record of the export knows where a chain ends: they were taken out.') : []),
  ];
}

function parted<Value>(all: readonly Value[], holds: (one: Value) => boolean): readonly [Value[], Value[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}
