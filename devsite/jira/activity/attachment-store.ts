import type { Issue } from '../issues/issue';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { REST, userShape } from '../shapes';
import type { World } from '../world';
import type { AttachmentRow } from './schema-activity';

const columns = 'id, issue_id, author, filename, mime_type, size, created';

export const attachmentRow = ({ database }: World, id: string): AttachmentRow | undefined =>
  /^\d+$/.test(id)
    ? database.sql(`SELECT ${columns} FROM jira_attachment WHERE id = ?`).get<AttachmentRow>(Number(id))
    : undefined;

const attachmentsOf = ({ database }: World, issueId: number): readonly AttachmentRow[] =>
  database.sql(`SELECT ${columns} FROM jira_attachment WHERE issue_id = ? ORDER BY id`).all<AttachmentRow>(issueId);

export const attachmentBytes = ({ database }: World, id: number): Uint8Array =>
  database.sql('SELECT content FROM jira_attachment WHERE id = ?').get<{ content: Uint8Array }>(id)?.content ??
  new Uint8Array();

export const isImage = ({ mime_type }: AttachmentRow): boolean => /^image\/(png|jpe?g|gif|bmp)$/.test(mime_type);

/** An attachment as the issue's field has it, its id a text. */
export function attachmentShape(world: World, row: AttachmentRow): Json {
  const author = world.setup.users.get(row.author);
  return {
    self: `${REST}/attachment/${row.id}`,
    id: String(row.id),
    filename: row.filename,
    author: author ? userShape(author) : { accountId: row.author },
    created: jiraTime(row.created),
    size: row.size,
    mimeType: row.mime_type,
    content: `${REST}/attachment/content/${row.id}`,
    ...(isImage(row) && { thumbnail: `${REST}/attachment/thumbnail/${row.id}` }),
  };
}

/** The issue's field `attachment`. */
export const attachmentsField = (world: World, { row }: Issue): Json =>
  attachmentsOf(world, row.id).map((each) => attachmentShape(world, each));

const insert = `INSERT INTO jira_attachment (issue_id, author, filename, mime_type, size, content, created)
  VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING ${columns}`;

/** What is to be kept as a file of an issue. */
export interface NewAttachment {
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

export const keepAttachment = (world: World, { row }: Issue, author: string, file: NewAttachment): AttachmentRow =>
  world.database
    .sql(insert)
    .get<AttachmentRow>(
      row.id,
      author,
      file.filename,
      file.mimeType,
      file.bytes.byteLength,
      file.bytes,
      world.clock.now(),
    ) as AttachmentRow;
