import { addComment, checkComment } from '../activity/comment';
import { visibilityBody } from '../activity/visibility';
import { named } from '../fields/system-values';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { READ_ONE, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { LinkRow } from '../schema';
import { calledIssue, type Issue, visibleIssue } from './issue';
import { createLink, deleteLink, type Ends } from './issue-link';
import { linkRow, linkShape } from './link-store';

const endOf = (call: Call, end: Json): Issue => calledIssue(call, String(end?.id ?? end?.key ?? ''));

function create(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  for (const name of ['inwardIssue', 'outwardIssue', 'type'])
    if (!body?.[name]) throw refuse(400, `Missing required field '${name}'`);
  const source = endOf(call, body.inwardIssue);
  const destination = endOf(call, body.outwardIssue);
  const type = named(world.setup.linkTypes.values(), body.type);
  if (!type) throw refuse(404, `No issue link type with name '${body.type.name ?? body.type.id}' found.`);
  if (!may(world, caller.accountId, 'LINK_ISSUES', source.row))
    throw refuse(404, 'No Link Issue Permission for issue.');
  if (source.row.id === destination.row.id) throw refuse(400, 'You cannot link an issue to itself.');
  if (body.comment) checkComment(world, destination.row, caller.accountId, body.comment);
  createLink(world, { type, source, destination }, caller.accountId);
  if (body.comment) commentOn(call, destination.row.id);
  return { status: 201 };
}

/** The comment of a link goes to the issue it leads to, whose row the link has changed. */
function commentOn({ world, caller, body }: Call, issueId: number): void {
  const issue = visibleIssue(world, caller.accountId, String(issueId));
  if (issue) addComment(world, issue, caller.accountId, body.comment);
}

function called(call: Call): { readonly link: LinkRow; readonly ends: Ends } {
  const { world, caller, path } = call;
  if (!/^\d+$/.test(path.linkId ?? '')) throw refuse(400, `The issue link id '${path.linkId}' is not valid.`);
  const link = linkRow(world, Number(path.linkId));
  const type = link && world.setup.linkTypes.get(link.type_id);
  const source = link && visibleIssue(world, caller.accountId, String(link.inward_id));
  const destination = link && visibleIssue(world, caller.accountId, String(link.outward_id));
  if (!type || !source || !destination) throw refuse(404, `No issue link with id '${path.linkId}' exists.`);
  return { link, ends: { type, source, destination } };
}

const get = (call: Call): RouteAnswer => ({ status: 200, body: linkShape(call.world, called(call).link) });

function remove(call: Call): RouteAnswer {
  const { link, ends } = called(call);
  if (!may(call.world, call.caller.accountId, 'LINK_ISSUES', ends.source.row))
    throw refuse(404, 'No Link Issue Permission for issue.');
  deleteLink(call.world, link, ends, call.caller.accountId);
  return { status: 204 };
}

const one = '/rest/api/3/issueLink/{linkId}';
const end = { id: 'text', key: 'text' } as const;
const commentBody = { body: 'any', properties: 'any', visibility: visibilityBody } as const;

export const linkRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issueLink',
    operationId: 'linkIssues',
    scopes: ['write:jira-work'],
    body: { type: { id: 'text', name: 'text' }, inwardIssue: end, outwardIssue: end, comment: commentBody },
    permission: 'Browse projects of both, Link issues of the inward one',
    points: WRITE,
    answer: create,
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getIssueLink',
    scopes: ['read:jira-work'],
    permission: 'Browse projects of both',
    points: READ_ONE,
    answer: get,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteIssueLink',
    scopes: ['write:jira-work'],
    permission: 'Browse projects of both, Link issues of the inward one',
    points: WRITE,
    answer: remove,
  },
];
