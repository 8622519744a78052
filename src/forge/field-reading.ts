import { isOurs } from '../set-up/domain/matching';
import type { FieldReading, FieldType } from '../set-up/domain/reading';
import { wantedFields } from '../set-up/domain/wish';
import { configured, type JiraCustomField } from './jira-admin';
import { described } from './jira-described';

const types: Readonly<Record<string, FieldType>> = {
  'com.atlassian.jira.plugin.system.customfieldtypes:select': 'select',
  'com.atlassian.jira.plugin.system.customfieldtypes:multiselect': 'multiselect',
  'com.atlassian.jira.plugin.system.customfieldtypes:datetime': 'datetime',
};

const wantedNames = new Set(
  wantedFields.flatMap(({ name, otherName, alsoCalled }) => [
    name.toLowerCase(),
    otherName.toLowerCase(),
    ...alsoCalled,
  ]),
);

/**
 * Every custom field; the options of one that was read before are taken as they were then. `named` are ids of fields that
 * matter whatever they are called.
 */
export async function fieldReadings(
  before: readonly FieldReading[],
  named: readonly string[] = [],
): Promise<readonly FieldReading[]> {
  const contexts = new Map(before.map((field) => [field.id, field.contexts]));
  const fields = await configured.fields();
  return Promise.all(fields.map((field) => fieldReading(field, contexts.get(field.id), named.includes(field.id))));
}

/** The same fields, the options of one of them read again. */
export const withContextsOf = (id: string, fields: readonly FieldReading[]): Promise<readonly FieldReading[]> =>
  Promise.all(
    fields.map(async (field) => (field.id === id ? { ...field, contexts: await contextsOf(field.id) } : field)),
  );

/** Options are read of fields that may be taken for one of ours alone: a site may have hundreds of others. */
async function fieldReading(
  field: JiraCustomField,
  known: FieldReading['contexts'] | undefined,
  isNamed: boolean,
): Promise<FieldReading> {
  const type = types[field.schema?.custom ?? ''] ?? 'other';
  const isWanted = isNamed || wantedNames.has(field.name.toLowerCase()) || isOurs(described(field));
  const isAsked = type === 'select' && isWanted;
  return {
    ...described(field),
    type,
    projectId: field.scope?.project?.id,
    contexts: known ?? (isAsked ? await contextsOf(field.id) : []),
  };
}

async function contextsOf(field: string): Promise<FieldReading['contexts']> {
  const contexts = await configured.contexts(field);
  return Promise.all(
    contexts.map(async ({ id }) => ({
      id,
      options: (await configured.options(field, id))
        .filter(({ disabled }) => !disabled)
        .map((option) => ({ id: option.id, value: option.value })),
    })),
  );
}
