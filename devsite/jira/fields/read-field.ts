import type { Issue } from '../issues/issue';
import type { Json } from '../json';
import type { World } from '../world';

/** A field as it is read; `reader` is the account that reads. */
export interface ReadField {
  readonly id: string;
  readonly name: string;
  readonly schema: Json;
  readonly read: (world: World, issue: Issue, reader: string) => Json;
}

const schema = (type: string, system: string, items?: string): Json => ({ type, ...(items && { items }), system });

/** A system field of a type, `items` being that of a list's members. */
export const readField = (
  id: string,
  name: string,
  type: string,
  read: ReadField['read'],
  items?: string,
): ReadField => ({ id, name, schema: schema(type, id, items), read });
