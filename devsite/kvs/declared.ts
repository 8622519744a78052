import type { DeclaredEntity } from '../manifest';
import { type AttributeType, fits } from './attribute-types';
import type { Attributes } from './conditions';
import { entityExcess } from './entity-excess';
import { limits } from './limits';
import { refusal } from './refusals';

/** One order in which the keys of a space can be read. */
export interface Index {
  readonly name: string;
  readonly partition: readonly string[];
  /** The attribute it is ordered by; undefined for the key itself. */
  readonly range: string | undefined;
}

/** What shares one set of keys: plain values, secrets, or the rows of an entity. */
export interface Space {
  readonly name: string;
  readonly types: ReadonlyMap<string, AttributeType>;
  /** Empty for secrets, which no query reads. */
  readonly indexes: readonly Index[];
  /** How an empty key is refused. */
  readonly emptyKey: 'KEY_TOO_SHORT' | 'EMPTY_KEY';
  /** Refuses what the declared attributes do not admit. */
  admit(value: unknown): void;
}

const byKey: Index = { name: 'by-key', partition: [], range: undefined };
const untyped = { types: new Map(), emptyKey: 'KEY_TOO_SHORT', admit: () => undefined } as const;
export const plainSpace: Space = { ...untyped, name: 'plain', indexes: [byKey] };
export const secretSpace: Space = { ...untyped, name: 'secret', indexes: [] };

const entityName = /^[a-z0-9:\-_.]+$/;

/** Finds the space of a declared entity, or refuses the name. */
export function declaredSpaces(entities: readonly DeclaredEntity[]): (name: unknown) => Space {
  const [excess] = entityExcess(entities);
  if (excess) throw new Error(`${excess.place}: ${excess.reason}.`);
  const spaces = new Map(entities.map((entity) => [entity.name, spaceOf(entity)]));
  return (name) => spaces.get(name as string) ?? refuseName(name);
}

function refuseName(name: unknown): never {
  if (typeof name !== 'string') throw refusal('INVALID_ENTITY_TYPE');
  if (name.length < limits.nameCharacters) throw refusal('ENTITY_TYPE_TOO_SHORT');
  if (name.length > limits.entityNameCharacters) throw refusal('ENTITY_TYPE_TOO_LARGE');
  if (!entityName.test(name)) throw refusal('INVALID_ENTITY_TYPE');
  throw refusal('SCHEMA_NOT_FOUND', { entityName: name });
}

function spaceOf(entity: DeclaredEntity): Space {
  const types = new Map(Object.entries(entity.attributes).map(([name, { type }]) => [name, type]));
  const indexes = (entity.indexes ?? []).map((index) => indexOf(entity.name, index, types));
  return {
    name: `entity ${entity.name}`,
    types,
    indexes: [byKey, ...indexes],
    emptyKey: 'EMPTY_KEY',
    admit: (value) => admitAttributes(value, types),
  };
}

function indexOf(
  entity: string,
  declared: NonNullable<DeclaredEntity['indexes']>[number],
  types: ReadonlyMap<string, AttributeType>,
): Index {
  const {
    name,
    range,
    partition = [],
  } = typeof declared === 'string' ? { name: declared, range: [declared] } : declared;
  const usable = (attribute: string) => (types.get(attribute) ?? 'any') !== 'any';
  if (![...range, ...partition].every(usable))
    throw new Error(`The index ${name} of ${entity} needs declared attributes that are not of type any.`);
  return { name, partition, range: range[0] };
}

function admitAttributes(value: unknown, types: ReadonlyMap<string, AttributeType>): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal('INVALID_ENTITY_VALUE');
  for (const [property, attribute] of Object.entries(value as Attributes)) {
    const type = types.get(property);
    if (type === undefined) throw refusal('INVALID_ENTITY_ATTRIBUTE', { property });
    if (type === 'string' && typeof attribute === 'string' && !fits(type, attribute))
      throw refusal('INVALID_ENTITY_VALUE', { property }, `Property "${property}" cannot be an empty string`);
    if (!fits(type, attribute))
      throw refusal(
        'INCORRECT_PROPERTY_TYPE',
        { property },
        `Data type for property "${property}" is defined as "${type}"`,
      );
  }
}
