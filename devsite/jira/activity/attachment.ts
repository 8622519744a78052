import { tellItems } from '../issues/change';
import type { ChangeItem } from '../issues/change-item';
import type { Issue } from '../issues/issue';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { Call } from '../route';
import { attachmentShape, keepAttachment } from './attachment-store';
import { attachmentChanged } from './events-activity';
import { filesIn, type SentFile } from './multipart';
import type { AttachmentRow } from './schema-activity';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-attachments/ (2026-11) */
const MOST_FILES = 60;

/** Bytes of one file; chosen here, each site of Jira has its own. */
export const uploadLimit = 10 * 1024 * 1024;

const headerOf = ({ ask }: Call, name: string): string =>
  Object.entries(ask.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

/** The files of a call, as parts named `file`. */
function sentFiles(call: Call): readonly SentFile[] {
  if (headerOf(call, 'x-atlassian-token') !== 'no-check') throw refuse(403, 'XSRF check failed');
  const { bytes = Buffer.from(call.ask.body ?? '') } = call.ask;
  const files = filesIn(headerOf(call, 'content-type'), bytes);
  if (!files) throw refuse(415, 'The request must be a multipart/form-data request.');
  const named = files.filter(({ part }) => part === 'file');
  if (named.length === 0) throw refuse(400, "There is no file in the request: the parts must be named 'file'.");
  if (named.length > MOST_FILES) throw refuse(413, `No more than ${MOST_FILES} files can be attached at once.`);
  const large = named.find((file) => file.bytes.byteLength > uploadLimit);
  if (large)
    throw refuse(413, `The file ${large.filename} exceeds its maximum permitted size of ${uploadLimit} bytes.`);
  return named;
}

const item = (from: AttachmentRow | undefined, to: AttachmentRow | undefined): ChangeItem => ({
  field: 'Attachment',
  fieldtype: 'jira',
  fieldId: 'attachment',
  from: from ? String(from.id) : null,
  fromString: from?.filename ?? null,
  to: to ? String(to.id) : null,
  toString: to?.filename ?? null,
});

/** Attaches what a call sends, in one history, and tells of each file. */
export function attach(call: Call, issue: Issue): Json[] {
  const { world, caller } = call;
  if (!may(world, caller.accountId, 'CREATE_ATTACHMENTS', issue.row))
    throw refuse(403, 'You do not have permission to create attachments for this issue.');
  const rows = sentFiles(call).map((file) => keepAttachment(world, issue, caller.accountId, file));
  const items = rows.map((row) => item(undefined, row));
  const after = tellItems(world, issue, caller.accountId, items);
  for (const row of rows) attachmentChanged(world, 'created', after, row, caller.accountId);
  return rows.map((row) => attachmentShape(world, row));
}

export function detach({ world, caller }: Call, issue: Issue, row: AttachmentRow): void {
  const mayDelete =
    may(world, caller.accountId, 'DELETE_ALL_ATTACHMENTS', issue.row) ||
    (row.author === caller.accountId && may(world, caller.accountId, 'DELETE_OWN_ATTACHMENTS', issue.row));
  if (!mayDelete) throw refuse(403, 'You do not have permission to delete this attachment.');
  const after = tellItems(world, issue, caller.accountId, [item(row, undefined)]);
  world.database.sql('DELETE FROM jira_attachment WHERE id = ?').run(row.id);
  attachmentChanged(world, 'deleted', after, row, caller.accountId);
}
