import { NotSimulated } from '../../simulators/simulator';
import { calledIssue, type Issue, visibleIssue } from '../issues/issue';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, READ_ONE, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { archivedFiles, mediaTypeOf, sizeText } from './archived-files';
import { attach, detach, uploadLimit } from './attachment';
import { attachmentBytes, attachmentRow, attachmentShape, isImage } from './attachment-store';
import type { AttachmentRow } from './schema-activity';

/** Chosen here: Jira says that it shows some of the files, and not how many. */
const MOST_ENTRIES = 30;

interface Called {
  readonly issue: Issue;
  readonly row: AttachmentRow;
}

function called({ world, caller, path }: Call): Called {
  const row = attachmentRow(world, path.id ?? '');
  const issue = row && visibleIssue(world, caller.accountId, String(row.issue_id));
  if (!issue) throw refuse(404, `The attachment with id '${path.id}' does not exist`);
  return { issue, row };
}

function described(call: Call): Json {
  const { row } = called(call);
  return { ...attachmentShape(call.world, row), id: row.id };
}

/** The bytes, or where they are: whoever follows gets them of the same address without the redirect. */
function content(call: Call, row: AttachmentRow): RouteAnswer {
  if (call.ask.headers?.range ?? call.ask.headers?.Range) throw new NotSimulated('a range of an attachment');
  if (call.query.boolean('redirect', true))
    return { status: 303, headers: { location: `/rest/api/3/attachment/content/${row.id}?redirect=false` } };
  return { status: 200, headers: { 'content-type': row.mime_type }, bytes: attachmentBytes(call.world, row.id) };
}

/** An image is its own thumbnail here. */
function thumbnail(call: Call): RouteAnswer {
  const { row } = called(call);
  if (!isImage(row)) throw refuse(404, 'The attachment has no thumbnail.');
  return content(call, row);
}

/** The files in an attachment; what is no archive holds none. */
function filesIn({ world }: Call, { id }: AttachmentRow) {
  const files = archivedFiles(attachmentBytes(world, id));
  return { totalEntryCount: files.length, files: files.slice(0, MOST_ENTRIES) };
}

function forHumans(call: Call): Json {
  const { row } = called(call);
  const { totalEntryCount, files } = filesIn(call, row);
  const entries = files.map(({ index, name, size }) => ({
    index,
    label: name,
    path: name,
    mediaType: mediaTypeOf(name),
    size: sizeText(size),
  }));
  return { id: row.id, name: row.filename, mediaType: row.mime_type, totalEntryCount, entries };
}

function forMachines(call: Call): Json {
  const { totalEntryCount, files } = filesIn(call, called(call).row);
  const entries = files.map(({ index: entryIndex, name, size }) => ({
    entryIndex,
    name,
    size,
    mediaType: mediaTypeOf(name),
  }));
  return { totalEntryCount, entries };
}

function remove(call: Call): RouteAnswer {
  const { issue, row } = called(call);
  detach(call, issue, row);
  return { status: 204 };
}

const one = '/rest/api/3/attachment/{id}';
const reads = { method: 'GET', scopes: ['read:jira-work'], permission: 'Browse projects', points: READ_ONE } as const;

export const attachmentRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/attachments',
    operationId: 'addAttachment',
    scopes: ['write:jira-work'],
    permission: 'Browse projects, Create attachments',
    points: READ_ALL,
    answer: ok((call) => attach(call, calledIssue(call))),
  },
  {
    ...reads,
    path: '/rest/api/3/attachment/meta',
    operationId: 'getAttachmentMeta',
    permission: 'anyone signed in',
    answer: ok(() => ({ enabled: true, uploadLimit })),
  },
  {
    ...reads,
    path: '/rest/api/3/attachment/content/{id}',
    operationId: 'getAttachmentContent',
    query: { redirect: 'boolean' },
    answer: (call) => content(call, called(call).row),
  },
  {
    ...reads,
    path: '/rest/api/3/attachment/thumbnail/{id}',
    operationId: 'getAttachmentThumbnail',
    query: { redirect: 'boolean', fallbackToDefault: { oneOf: ['false'] } },
    answer: thumbnail,
  },
  { ...reads, path: one, operationId: 'getAttachment', answer: ok(described) },
  { ...reads, path: `${one}/expand/human`, operationId: 'expandAttachmentForHumans', answer: ok(forHumans) },
  { ...reads, path: `${one}/expand/raw`, operationId: 'expandAttachmentForMachines', answer: ok(forMachines) },
  {
    method: 'DELETE',
    path: one,
    operationId: 'removeAttachment',
    scopes: ['write:jira-work'],
    permission: 'Browse projects; Delete all attachments, or Delete own attachments for its author',
    points: WRITE,
    answer: remove,
  },
];
