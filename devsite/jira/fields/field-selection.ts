import { NotSimulated } from '../../simulators/simulator';
import type { CustomField, Setup } from '../configuration/setup';
import { type Json, own } from '../json';
import { customSchema } from '../shapes';
import type { World } from '../world';
import { contextOf } from './contexts';
import { shownValue } from './custom-values';
import type { ReadField } from './read-field';
import { missingFields, systemFields } from './system-fields';

/** A field that has no context for the issue is not there: undefined, which no answer holds. */
const customRead = (field: CustomField, appId: string): ReadField => ({
  id: field.id,
  name: field.name,
  schema: customSchema(field, appId),
  read: (world, { row, custom }) =>
    contextOf(field, row.project_id, row.type_id) && shownValue(world.setup, field, custom[field.id]),
});

const known = new WeakMap<Setup, ReadonlyMap<string, ReadField>>();

/** Every field that can be read here, by id. */
export function readFields(world: World): ReadonlyMap<string, ReadField> {
  const fields = known.get(world.setup);
  if (fields) return fields;
  const custom = [...world.setup.fields.values()].map((field) => customRead(field, world.manifest.app.id));
  const read = new Map([...systemFields, ...custom].map((field) => [field.id, field]));
  known.set(world.setup, read);
  return read;
}

const everything = (world: World): string[] => [...readFields(world).keys()];

/** Too long for a list of issues. */
export const unnavigable: ReadonlySet<string> = new Set(['comment', 'worklog', 'attachment', 'timetracking', 'parent']);

const groups: Readonly<Record<string, (world: World) => string[]>> = {
  '*all': everything,
  '*navigable': (world) => everything(world).filter((id) => !unnavigable.has(id)),
};

/**
 * The fields that `fields` of a call names: ids, `*all`, `*navigable`, and `-id` to leave one out.
 * A name that Jira does not know is left out, a custom field's that there is no more among them.
 * `otherwise` stands for an empty list and for a list of nothing but `-id`.
 */
export function selectFields(
  world: World,
  names: readonly string[],
  otherwise: readonly string[],
): readonly ReadField[] {
  const fields = readFields(world);
  const wanted = names.filter((name) => !name.startsWith('-'));
  const unwanted = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const ids = (wanted.length > 0 ? wanted : otherwise).flatMap((name) => own(groups, name)?.(world) ?? [name]);
  const strange = [...ids, ...unwanted].find((id) => missingFields.has(id) && !fields.has(id));
  if (strange !== undefined) throw new NotSimulated(`the issue field ${strange}`);
  return [...new Set(ids)].flatMap((id) => (unwanted.has(id) ? [] : (fields.get(id) ?? [])));
}

export const namesOf = (fields: readonly ReadField[]): Json =>
  Object.fromEntries(fields.map(({ id, name }) => [id, name]));

export const schemaOf = (fields: readonly ReadField[]): Json =>
  Object.fromEntries(fields.map(({ id, schema }) => [id, schema]));
