import type { AuditEntry } from './entry';
import { auditPart, type ExportedRow } from './exported-row';
import { type Chains, type Finding, isMissing } from './finding';

/** Longer than any function lives, so that what was written while the export ran is told from what was put in. */
const underWay = 15 * 60_000;

/** What came later than this may have come while the export ran; nothing did where nobody knows when it began. */
const settledAt = (began: string | undefined): string =>
  began === undefined ? '' : new Date(Date.parse(began) - underWay).toISOString();

/** Each record knows the end of its chain, or had it before entries came while the export ran; and each chain has its record. */
export function whatRecordsFind(
  rows: readonly ExportedRow[],
  chains: Chains,
  began: string | undefined,
): readonly Finding[] {
  const settled = settledAt(began);
  return [
    ...rows.flatMap((row) => whatRowFinds(row, chains, settled)),
    ...chainsWithoutRecord(rows, chains)
      .filter((chain) => !isOfIssue(chain) && (chain[0]?.at ?? '') < settled && !takesAway(chain.at(-1)))
      .map(lacksRecord),
  ];
}

/** How many chains are of issues that the app keeps nothing of any more: deleted ones, which only Jira knows of. */
export const countGone = (rows: readonly ExportedRow[], chains: Chains): number =>
  chainsWithoutRecord(rows, chains).filter(isOfIssue).length;

type Chain = readonly AuditEntry[];

function chainsWithoutRecord(rows: readonly ExportedRow[], chains: Chains): readonly Chain[] {
  const kept = new Set(rows.filter(({ part }) => part !== auditPart).map(({ key }) => key));
  return [...chains].flatMap(([subject, chain]) => (kept.has(subject.slice(subject.indexOf('#') + 1)) ? [] : [chain]));
}

/** What is kept of an issue goes without an entry when the issue is deleted. */
const isOfIssue = ([first]: Chain): boolean => first?.subject.startsWith('clock#') === true;

function takesAway(last: AuditEntry | undefined): boolean {
  const changes = Object.values(last?.changed ?? {});
  return changes.length > 0 && changes.every(({ to }) => to === null);
}

const lacksRecord = ([first]: Chain): Finding => ({
  subject: first?.subject ?? '',
  says: `The record of ${first?.subject} is missing, and no entry takes it away.`,
});

/** `<seq>:<hash>`, and who wrote it. */
const trailForm = /^[1-9]\d{0,8}:[0-9a-f]{64}(?::|$)/;

function whatRowFinds({ subject, trail }: ExportedRow, chains: Chains, settled: string): readonly Finding[] {
  if (subject === undefined) return [];
  if (trail !== undefined && !trailForm.test(trail))
    return [{ subject, field: 'trail', says: `The record of ${subject} does not say where its chain ends.` }];
  return whatRecordFinds(subject, trail, chains.get(subject) ?? [], settled);
}

function whatRecordFinds(
  subject: string,
  trail: string | undefined,
  chain: readonly AuditEntry[],
  settled: string,
): readonly Finding[] {
  const [seq = '0', hash] = trail?.split(':') ?? [];
  const known = Number(seq);
  const last = chain.at(-1)?.seq ?? 0;
  if (last < known) return [isMissing(subject, last + 1, known)];
  const end = chain.find((entry) => entry.seq === known);
  const findings: Finding[] = [];
  if (end && end.hash !== hash)
    findings.push({
      subject,
      seq: known,
      field: 'hash',
      says: `Entry ${known} of ${subject} is not the one its record knows.`,
    });
  const strange = chain.find((entry) => entry.seq > known && entry.at < settled);
  if (strange)
    findings.push({
      subject,
      seq: strange.seq,
      says: `Entry ${strange.seq} of ${subject} was put in: its record knows of ${known}.`,
    });
  return findings;
}
