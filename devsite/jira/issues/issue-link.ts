import type { LinkType } from '../configuration/setup';
import { linkChanged } from '../events';
import type { LinkRow } from '../schema';
import type { World } from '../world';
import { nextInstant, writeHistory, writeRow } from './change';
import type { Issue } from './issue';
import { linkRow } from './link-store';

/** The inward issue is the source, and shows the type's outward words of the other. */
export interface Ends {
  readonly type: LinkType;
  readonly source: Issue;
  readonly destination: Issue;
}

interface Side {
  readonly issue: Issue;
  readonly other: Issue;
  readonly words: string;
}

const sides = ({ type, source, destination }: Ends): readonly Side[] => [
  { issue: source, other: destination, words: type.outward },
  { issue: destination, other: source, words: type.inward },
];

/** Enters the link into an issue's history; answers when. */
function note(world: World, { issue, other, words }: Side, actor: string, isNew: boolean): number {
  const at = nextInstant(world, issue);
  const after = isNew ? other.row.key : null;
  const before = isNew ? null : other.row.key;
  const told = (key: string | null) => key && `This issue ${words} ${key}`;
  const item = { field: 'Link', fieldtype: 'jira', fieldId: 'issuelinks' } as const;
  writeRow(world, issue, { updated: at, last_history: at });
  writeHistory(world, issue.row.id, at, actor, [
    { ...item, from: before, fromString: told(before), to: after, toString: told(after) },
  ]);
  return at;
}

function tell(world: World, what: 'created' | 'deleted', link: LinkRow, ends: Ends, actor: string): void {
  const instants = sides(ends).map((side) => note(world, side, actor, what === 'created'));
  linkChanged(world, what, link, { issues: [ends.source, ends.destination], actor, at: Math.max(...instants) });
}

/** Links two issues; a link that is there already stays as it is. */
export function createLink(world: World, ends: Ends, actor: string): void {
  const between = [ends.type.id, ends.source.row.id, ends.destination.row.id] as const;
  const known = world.database
    .sql('SELECT id FROM jira_link WHERE type_id = ? AND inward_id = ? AND outward_id = ?')
    .get(...between);
  if (known) return;
  const { lastInsertRowid } = world.database
    .sql('INSERT INTO jira_link (type_id, inward_id, outward_id) VALUES (?, ?, ?)')
    .run(...between);
  const link = linkRow(world, Number(lastInsertRowid));
  if (link) tell(world, 'created', link, ends, actor);
}

export function deleteLink(world: World, link: LinkRow, ends: Ends, actor: string): void {
  world.database.sql('DELETE FROM jira_link WHERE id = ?').run(link.id);
  tell(world, 'deleted', link, ends, actor);
}
