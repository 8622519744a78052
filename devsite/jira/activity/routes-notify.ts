import { calledIssue } from '../issues/issue';
import { WRITE } from '../points';
import type { Route } from '../route';
import { sendMail } from './mail';

const groups = { groups: { name: 'any', groupId: 'any', self: 'any' }, groupIds: 'any' } as const;

export const notifyRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/notify',
    operationId: 'notify',
    scopes: ['write:jira-work'],
    permission: 'whoever sees the issue',
    body: {
      subject: 'any',
      textBody: 'any',
      htmlBody: 'any',
      to: { ...groups, users: 'any', reporter: 'boolean', assignee: 'boolean', voters: 'boolean', watchers: 'boolean' },
      restrict: { ...groups, permissions: 'any' },
    },
    points: WRITE,
    answer: (call) => {
      sendMail(call.world, calledIssue(call), call.caller.accountId, call.body ?? {});
      return { status: 204 };
    },
  },
];
