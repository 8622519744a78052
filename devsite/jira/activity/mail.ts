import { NotSimulated } from '../../simulators/simulator';
import { objectsIn, textIn, textsIn } from '../body-reading';
import type { Issue } from '../issues/issue';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { IssueRow } from '../schema';
import type { World } from '../world';
import { followersOf } from './followers';

function groupNamed({ setup }: World, group: Json): ReadonlySet<string> {
  const [, found] = [...setup.groups].find(([name, { id }]) => name === group?.name || id === group?.groupId) ?? [];
  if (!found) throw refuse(400, `The group '${group?.name ?? group?.groupId}' does not exist.`);
  return found.members;
}

const groupsIn = (world: World, holder: Json): readonly ReadonlySet<string>[] => [
  ...objectsIn(holder, 'groups').map((group) => groupNamed(world, group)),
  ...textsIn(holder, 'groupIds').map((groupId) => groupNamed(world, { groupId })),
];

function userNamed({ setup }: World, { accountId }: Json): string {
  if (!setup.users.has(accountId)) throw refuse(400, `The user '${accountId}' does not exist.`);
  return accountId;
}

/** Everyone that `to` names, each once. */
function named(world: World, row: IssueRow, to: Json): readonly string[] {
  const people: readonly (string | null)[] = [
    ...(to?.reporter ? [row.reporter] : []),
    ...(to?.assignee ? [row.assignee] : []),
    ...objectsIn(to, 'users').map((user) => userNamed(world, user)),
    ...groupsIn(world, to).flatMap((members) => [...members]),
    ...(to?.watchers ? followersOf(world, 'jira_watcher', row.id) : []),
    ...(to?.voters ? followersOf(world, 'jira_vote', row.id) : []),
  ];
  return [...new Set(people.filter((accountId) => accountId !== null))];
}

/** Whether `restrict` lets a person have the mail: a member of one of its groups, holding all its permissions. */
function allowed(world: World, row: IssueRow, restrict: Json): (accountId: string) => boolean {
  const groups = groupsIn(world, restrict);
  const permissions = objectsIn(restrict, 'permissions');
  if (permissions.some(({ key }) => key === undefined)) throw new NotSimulated('a permission by id');
  return (accountId) =>
    (groups.length === 0 || groups.some((members) => members.has(accountId))) &&
    permissions.every(({ key }) => may(world, accountId, key, row));
}

function mayRead(world: World, row: IssueRow): (accountId: string) => boolean {
  return (accountId) => {
    const user = world.setup.users.get(accountId);
    return user?.active === true && user.accountType !== 'app' && may(world, accountId, 'BROWSE_PROJECTS', row);
  };
}

const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '');

/** Puts a mail about an issue into the mailboxes of those who may see the issue. */
export function sendMail(world: World, { row }: Issue, sender: string, body: Json): void {
  const people = named(world, row, body?.to);
  if (people.length === 0 && !body?.to?.voters && !body?.to?.watchers)
    throw refuse(400, 'No recipients were defined for notification.');
  const recipients = people.filter(mayRead(world, row)).filter(allowed(world, row, body?.restrict));
  if (recipients.length === 0) return;
  world.database
    .sql(
      `INSERT INTO jira_mail (at, issue_id, issue_key, sender, recipients_json, subject, text)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      world.clock.now(),
      row.id,
      row.key,
      sender,
      JSON.stringify(recipients),
      textIn(body, 'subject', `(${row.key}) ${row.summary}`),
      textIn(body, 'textBody', withoutTags(textIn(body, 'htmlBody', ''))),
    );
}
