import type { CustomField } from '../configuration/setup';
import { extensionKey } from '../extension-key';
import { clauseTypes } from '../jql/jql-custom-fields';
import type { Json } from '../json';
import { scopeShape } from '../shapes';
import type { World } from '../world';
import { readFields, unnavigable } from './field-selection';
import type { ReadField } from './read-field';

/** What JQL calls a system field where that is not its id. */
const clauseNames: Readonly<Record<string, readonly string[]>> = {
  issuekey: ['id', 'issue', 'issuekey', 'key'],
  issuetype: ['issuetype', 'type'],
  created: ['created', 'createdDate'],
  updated: ['updated', 'updatedDate'],
  resolutiondate: ['resolutiondate', 'resolved'],
  duedate: ['due', 'duedate'],
  components: ['component'],
  statuscategorychangedate: ['statusCategoryChangedDate'],
  issuelinks: [],
  subtasks: [],
  timetracking: [],
  worklog: [],
  progress: [],
  aggregatetimeoriginalestimate: [],
  aggregatetimeestimate: [],
  aggregatetimespent: [],
  timeoriginalestimate: ['originalEstimate', 'timeoriginalestimate'],
  timeestimate: ['remainingEstimate', 'timeestimate'],
  attachment: ['attachments'],
  watches: ['watchers'],
};

const issueKey = { id: 'issuekey', name: 'Key', schema: undefined };

function systemField({ id, name, schema }: Pick<ReadField, 'id' | 'name' | 'schema'>): Json {
  const names = clauseNames[id] ?? [id];
  return {
    id,
    key: id,
    name,
    custom: false,
    orderable: id !== 'issuekey',
    navigable: !unnavigable.has(id),
    searchable: names.length > 0,
    clauseNames: names,
    ...(schema && { schema }),
  };
}

/** A Forge field goes by its module's key, any other by its id. */
export const fieldKey = ({ manifest }: World, { id, appKey }: CustomField): string =>
  appKey === undefined ? id : extensionKey(manifest.app.id, appKey);

const customClauses = ({ id, name, type }: CustomField): readonly string[] => [
  `cf[${id.slice('customfield_'.length)}]`,
  name,
  `${name}[${clauseTypes[type]}]`,
];

function customField(world: World, field: CustomField, schema: Json): Json {
  return {
    id: field.id,
    key: fieldKey(world, field),
    name: field.name,
    untranslatedName: field.name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: field.searcherKey !== undefined,
    clauseNames: field.searcherKey === undefined ? [] : customClauses(field),
    schema,
    ...scopeShape(field),
  };
}

/** Every field, as `/field` answers it. */
export function allFields(world: World): readonly Json[] {
  const fields = [issueKey, ...readFields(world).values()];
  return fields.map((field) => {
    const custom = world.setup.fields.get(field.id);
    return custom ? customField(world, custom, field.schema) : systemField(field);
  });
}
