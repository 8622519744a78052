import { Moment } from '../../expressions/dates';
import { type Entity, fromJson, type Value } from '../../expressions/values';
import { readable } from '../activity/internal-comment';
import { worklogsOf as worklogsShown } from '../activity/worklog-store';
import { plainText } from '../fields/adf';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { CommentRow, HistoryRow } from '../schema';
import { personEntity } from './expression-people';
import { plainEntity, richText, type Sight } from './expression-things';

function commentEntity(sight: Sight, row: CommentRow): Entity {
  const body: Json = JSON.parse(row.body_json);
  const [created, updated] = [new Moment(row.created), new Moment(row.updated)];
  const author = personEntity(sight, row.author);
  const told = { id: row.id, author, body: richText(plainText(body), () => body), created, updated };
  const json = () => ({ id: String(row.id), author: author?.terms.json(), body, created: jiraTime(row.created) });
  return plainEntity('Comment', row.id, told, json);
}

export const commentsOf = (sight: Sight, issueId: number): Value =>
  sight.world.database
    .sql(`SELECT * FROM jira_comment c WHERE issue_id = ? AND ${readable(sight.world, sight.reader)} ORDER BY id`)
    .all<CommentRow>(issueId)
    .map((row) => commentEntity(sight, row));

export const changelogsOf = (sight: Sight, issueId: number): Value =>
  sight.world.database
    .sql('SELECT * FROM jira_history WHERE issue_id = ? ORDER BY id DESC')
    .all<HistoryRow>(issueId)
    .map((row) => {
      const items: Json = JSON.parse(row.items_json);
      const author = personEntity(sight, row.author);
      const told = { id: row.id, author, created: new Moment(row.at), items: fromJson(items) };
      return plainEntity('Changelog', row.id, told, () => ({ id: String(row.id), created: jiraTime(row.at), items }));
    });

export const worklogsOf = (sight: Sight, issueId: number): Value =>
  worklogsShown(sight.world, sight.reader, issueId).map((row) => {
    const told = {
      id: row.id,
      author: personEntity(sight, row.author),
      updateAuthor: personEntity(sight, row.update_author),
      started: new Moment(row.started),
      timeSpent: row.time_spent_seconds,
      created: new Moment(row.created),
      updated: new Moment(row.updated),
    };
    return plainEntity('Worklog', row.id, told, () => ({ id: String(row.id), started: jiraTime(row.started) }));
  });

interface AttachmentRow {
  readonly id: number;
  readonly author: string;
  readonly filename: string;
  readonly mime_type: string;
  readonly size: number;
  readonly created: number;
}

const attachments =
  'SELECT id, author, filename, mime_type, size, created FROM jira_attachment WHERE issue_id = ? ORDER BY id';

export const attachmentsOf = (sight: Sight, issueId: number): Value =>
  sight.world.database
    .sql(attachments)
    .all<AttachmentRow>(issueId)
    .map(({ id, author, filename, mime_type: mimeType, size, created }) => {
      const told = { id, author: personEntity(sight, author), filename, size, mimeType, created: new Moment(created) };
      return plainEntity('Attachment', id, told, () => ({ id: String(id), filename, size, mimeType }));
    });

/** Who watches or votes for an issue. */
export const peopleAt = (sight: Sight, table: 'jira_watcher' | 'jira_vote', issueId: number): readonly Entity[] =>
  sight.world.database
    .sql(`SELECT account_id FROM ${table} WHERE issue_id = ? ORDER BY account_id`)
    .all<{ account_id: string }>(issueId)
    .flatMap(({ account_id }) => personEntity(sight, account_id) ?? []);
