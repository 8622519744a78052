import { namesOf, schemaOf } from '../fields/field-selection';
import type { ReadField } from '../fields/read-field';
import type { Json } from '../json';
import { transitionsShape } from '../workflows/transition-store';
import type { World } from '../world';
import { historiesNewestFirst } from './history-store';
import { type Issue, issueAddress } from './issue';

export interface IssueAnswer {
  readonly fields: readonly ReadField[];
  /** Handled: `changelog`, `names`, `schema`, `transitions`. */
  readonly expand: readonly string[];
  /** Keys of issue properties, or `*all`. */
  readonly properties: readonly string[];
  readonly reader: string;
}

/** What `expand` can add to an issue. */
export const issueExpands = ['changelog', 'names', 'schema', 'transitions'] as const;

const EXPANDABLE = 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations';

function propertiesOf(world: World, issueId: number, keys: readonly string[]): Json {
  const rows = world.database
    .sql('SELECT key, value_json FROM jira_issue_property WHERE issue_id = ?')
    .all<{ key: string; value_json: string }>(issueId);
  const wanted = rows.filter(({ key }) => keys.includes('*all') || keys.includes(key));
  return Object.fromEntries(wanted.map(({ key, value_json }) => [key, JSON.parse(value_json)]));
}

const extras: Readonly<Record<string, (world: World, issue: Issue, answer: IssueAnswer) => Json>> = {
  names: (_world, _issue, { fields }) => namesOf(fields),
  schema: (_world, _issue, { fields }) => schemaOf(fields),
  transitions: (world, issue, { reader: accountId }) =>
    transitionsShape(world, issue, { kind: accountId === world.appAccountId ? 'app' : 'person', accountId }),
  changelog: (world, { row }) => historiesNewestFirst(world, row.id),
};

/** An issue as Jira answers it, with the fields and expansions asked for. */
export function issueShape(world: World, issue: Issue, answer: IssueAnswer): Json {
  const fields: Record<string, Json> = {};
  for (const field of answer.fields) fields[field.id] = field.read(world, issue, answer.reader);
  const shape: Record<string, Json> = {
    expand: EXPANDABLE,
    id: String(issue.row.id),
    self: issueAddress(issue.row),
    key: issue.row.key,
    fields,
  };
  for (const name of answer.expand) shape[name] = extras[name]?.(world, issue, answer);
  if (answer.properties.length > 0) shape.properties = propertiesOf(world, issue.row.id, answer.properties);
  return shape;
}
