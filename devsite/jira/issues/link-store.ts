import type { Json } from '../json';
import { may } from '../permissions/permissions';
import type { IssueRow, LinkRow } from '../schema';
import { linkTypeShape, REST } from '../shapes';
import type { World } from '../world';
import type { Issue } from './issue';
import { relatedIssue } from './related-issue';

const rowOf = (world: World, id: number): IssueRow | undefined =>
  world.database.sql('SELECT * FROM jira_issue WHERE id = ?').get<IssueRow>(id);

function linkOf(world: World, link: LinkRow): Json {
  const type = world.setup.linkTypes.get(link.type_id);
  return { id: String(link.id), self: `${REST}/issueLink/${link.id}`, type: type && linkTypeShape(type) };
}

export const linkRow = (world: World, id: number): LinkRow | undefined =>
  world.database.sql('SELECT * FROM jira_link WHERE id = ?').get<LinkRow>(id);

/** A link seen from outside: both its issues. The inward issue is the source: it shows the outward words. */
export function linkShape(world: World, link: LinkRow): Json {
  const inward = rowOf(world, link.inward_id);
  const outward = rowOf(world, link.outward_id);
  return {
    ...linkOf(world, link),
    inwardIssue: inward && relatedIssue(world, inward),
    outwardIssue: outward && relatedIssue(world, outward),
  };
}

/** The issue's field `issuelinks`: the other end of each, as far as the reader may see it. */
export function linksField(world: World, { row }: Issue, reader: string): Json {
  const links = world.database
    .sql('SELECT * FROM jira_link WHERE inward_id = ? UNION SELECT * FROM jira_link WHERE outward_id = ? ORDER BY id')
    .all<LinkRow>(row.id, row.id);
  return links.flatMap((link) => {
    const isSource = link.inward_id === row.id;
    const other = rowOf(world, isSource ? link.outward_id : link.inward_id);
    if (!other || !may(world, reader, 'BROWSE_PROJECTS', other)) return [];
    const end = isSource ? 'outwardIssue' : 'inwardIssue';
    return [{ ...linkOf(world, link), [end]: relatedIssue(world, other) }];
  });
}
