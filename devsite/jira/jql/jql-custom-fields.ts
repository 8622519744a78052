import type { CustomField, FieldType } from '../configuration/setup';
import { optionsOf } from '../fields/contexts';
import { type Asking, BY_EQUALITY, BY_ORDER, BY_WORDS_OR_EQUALITY, type JqlField } from './jql-field';
import { choiceField, dateField, dayField, personField, wordField, wordsOf } from './jql-field-kinds';

/** How JQL writes a field's type behind its name, as in `Colour[Dropdown]`. */
export const clauseTypes: Readonly<Record<FieldType, string>> = {
  select: 'Dropdown',
  radio: 'Radio Buttons',
  multiselect: 'Select List (multiple choices)',
  checkboxes: 'Checkboxes',
  labels: 'Labels',
  text: 'Short text',
  textarea: 'Paragraph',
  url: 'URL Field',
  number: 'Number',
  datetime: 'Time stamp',
  date: 'Date',
  user: 'User Picker (single user)',
  group: 'Group Picker (single group)',
};

type Making = (name: string, field: CustomField, sql: string) => JqlField;

const select: Making = (name, field, sql) =>
  choiceField(name, 'option', sql, () =>
    [...optionsOf(field).values()].map(({ id, value }) => ({ id, names: [value] })),
  );

const several: Making = (name, field, sql) => ({
  ...select(name, field, sql),
  holds: 'many',
  sql: () => `COALESCE(${sql}, '[]')`,
  order: (asking) => select(name, field, `json_extract(${sql}, '$[0]')`).order?.(asking) ?? '0',
});

const labels: Making = (name, _field, sql) => ({
  name,
  kind: 'label',
  operators: BY_EQUALITY,
  holds: 'many',
  sql: () => `COALESCE(${sql}, '[]')`,
  values: (text) => [text],
  order: () => `COALESCE(lower(${sql}), '')`,
});

const url: Making = (name, _field, sql) => ({
  ...wordField(name, sql),
  operators: BY_EQUALITY,
});

const group: Making = (name, _field, sql) =>
  choiceField(name, 'group', sql, ({ setup }) =>
    [...setup.groups].map(([groupName, { id }]) => ({ id: groupName, names: [id, groupName] })),
  );

const text: Making = (name, { appKey }, sql) =>
  appKey ? { ...wordField(name, sql), operators: BY_WORDS_OR_EQUALITY } : wordField(name, sql);

const kinds: Readonly<Record<FieldType, Making>> = {
  select,
  radio: select,
  multiselect: several,
  checkboxes: several,
  labels,
  url,
  group,
  text,
  textarea: (name, { id }) => ({
    ...wordField(name, wordsOf(`i.custom_json, '$.${id}'`)),
    raw: 'lower(i.custom_json)',
  }),
  number: (name, _field, sql) => numberField(name, sql),
  datetime: (name, _field, sql) => dateField(name, sql),
  date: (name, _field, sql) => dayField(name, sql),
  user: (name, _field, sql) => personField(name, sql),
};

const numberField = (name: string, sql: string): JqlField => ({
  name,
  kind: 'number',
  operators: BY_ORDER,
  holds: 'one',
  sql: () => sql,
  values: (given) => (given.trim() !== '' && Number.isFinite(Number(given)) ? [Number(given)] : undefined),
  order: () => `COALESCE(${sql}, -1e300)`,
});

/** The custom fields that a name in a query means: by `cf[10050]`, by name, or by name and type. */
export function customFieldsNamed(name: string, { setup }: Asking): readonly JqlField[] {
  const wanted = name.toLowerCase();
  return [...setup.fields.values()]
    .filter((field) => field.searcherKey !== undefined && answersTo(field, wanted))
    .map((field) => {
      return kinds[field.type](name, field, `json_extract(i.custom_json, '$.${field.id}')`);
    });
}

function answersTo({ id, name, type }: CustomField, wanted: string): boolean {
  const plain = name.toLowerCase();
  const byId = `cf[${id.replace('customfield_', '')}]`;
  return [byId, plain, `${plain}[${clauseTypes[type].toLowerCase()}]`].includes(wanted);
}
