import type { AuditEntry } from '@fettle/audit/domain/entry';
import { auditPart, type ExportedRow } from '@fettle/audit/domain/exported-row';
import type { ExportPlace } from '@fettle/set-up/contract';
import type { Site } from '../../devsite/site';
import { administer } from './an-incident-site';

interface Reply {
  readonly ok: boolean;
  readonly value: { readonly rows: readonly ExportedRow[]; readonly next?: ExportPlace };
}

/** What the administration's export saves as a file. */
export async function exportOf(site: Site, accountId?: string): Promise<readonly ExportedRow[]> {
  const rows: ExportedRow[] = [];
  let place: ExportPlace | undefined;
  do {
    const reply = (await administer(site, 'exportPage', place ? { place } : {}, accountId)) as Reply;
    if (!reply.ok) throw new Error(`The export was refused: ${JSON.stringify(reply)}`);
    rows.push(...reply.value.rows);
    place = reply.value.next;
  } while (place);
  return rows;
}

/** The audit entries of an export, in order of time. */
export const entriesIn = (rows: readonly ExportedRow[]): readonly AuditEntry[] =>
  rows.filter(({ part }) => part === auditPart).map(({ value }) => value as AuditEntry);
