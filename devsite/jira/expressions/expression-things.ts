import { Entity, fromJson, type Property, type Value } from '../../expressions/values';
import type { IssueType, Priority, Status } from '../configuration/setup';
import { propertyText } from '../issues/issue-property';
import type { Json } from '../json';
import { categoryShape, issueTypeShape, priorityShape, resolutionShape, statusShape } from '../shapes';
import type { World } from '../world';

/** Who looks, and at which Jira. */
export interface Sight {
  readonly world: World;
  readonly reader: string;
}

type Plain = Readonly<Record<string, Value>>;

const known = (plain: Plain): Readonly<Record<string, Property>> =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, { value: () => value }]));

/** A thing all of whose properties are at hand. */
export const plainEntity = (type: string, identity: string | number, plain: Plain, json: () => Json): Entity =>
  new Entity({ type, identity: String(identity), properties: known(plain), json });

const category = (status: Status): Entity => {
  const shape = categoryShape(status);
  const { id, key, name, colorName } = shape;
  return plainEntity('IssueStatusCategory', id, { id, key, name, colorName }, () => shape);
};

export const statusEntity = (status: Status): Entity => {
  const { id, name, description } = status;
  return plainEntity('IssueStatus', id, { id, name, description, category: category(status) }, () =>
    statusShape(status),
  );
};

export const priorityEntity = (priority: Priority): Entity => {
  const { id, name } = priority;
  return plainEntity('IssuePriority', id, { id, name, description: priorityShape(priority).description ?? '' }, () =>
    priorityShape(priority),
  );
};

export const typeEntity = (type: IssueType): Entity => {
  const { id, name, description, hierarchyLevel } = type;
  const { iconUrl } = issueTypeShape(type);
  return plainEntity('IssueType', id, { id, name, description, hierarchyLevel, iconUrl }, () => issueTypeShape(type));
};

type Resolution = Parameters<typeof resolutionShape>[0];

export const resolutionEntity = (resolution: Resolution): Entity => {
  const { id, name } = resolution;
  return plainEntity('Resolution', id, { id, name, description: resolutionShape(resolution).description ?? '' }, () =>
    resolutionShape(resolution),
  );
};

export const richText = (plain: string, json: () => Json): Entity =>
  plainEntity('RichText', plain, { plainText: plain }, json);

/** The `properties` of an issue: each is read when it is named, and one that is not set is null. */
export function issueProperties({ world }: Sight, issueId: number): Entity {
  const read = (key: string): Value => {
    const text = propertyText(world, issueId, key);
    return text === undefined ? null : fromJson(JSON.parse(text));
  };
  const keys = (): Value =>
    world.database
      .sql('SELECT key FROM jira_issue_property WHERE issue_id = ? ORDER BY key')
      .all<{ key: string }>(issueId)
      .map(({ key }) => key);
  return new Entity({
    type: 'EntityProperties',
    identity: String(issueId),
    properties: {},
    other: (name) => ({ value: () => read(name) }),
    methods: { get: ([key]) => read(String(key)), keys },
    json: () => ({}),
  });
}
