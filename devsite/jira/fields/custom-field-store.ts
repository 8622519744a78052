import type { CustomField } from '../configuration/setup';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';
import { readCustomFields } from './read-fields';

/** The fields in the trash, by id. */
export const trashedFields = ({ database }: World): ReadonlyMap<string, CustomField> =>
  readCustomFields(database, 'trashed');

const noSuchField = (id: string) => refuse(404, `The custom field '${id}' was not found.`);

/** A custom field by id, in the trash or not. */
export function anyField(world: World, id: string): CustomField {
  if (!/^customfield_\d+$/.test(id)) throw refuse(400, `The custom field ID '${id}' is not valid.`);
  const field = world.setup.fields.get(id) ?? trashedFields(world).get(id);
  if (!field) throw noSuchField(id);
  return field;
}

/** A custom field that is shared by company-managed projects. */
export function sharedField({ world, path }: Call): CustomField {
  const id = path.fieldId ?? '';
  const field = world.setup.fields.get(id);
  if (!field || field.scopeProjectId !== undefined) throw noSuchField(id);
  return field;
}

/** Refuses what is not an admin's to change: fields of the app, and those that a team-managed project has for itself. */
export function checkChangeable(field: CustomField): void {
  if (field.appKey !== undefined) throw refuse(400, 'The custom field is locked and cannot be changed.');
  if (field.scopeProjectId !== undefined)
    throw refuse(400, 'The custom field belongs to a team-managed project and cannot be changed here.');
}
