import type { DeclaredEntity } from '../manifest';
import { limits } from './limits';

/** Something that a manifest declares and a deploy refuses. */
export interface Excess {
  /** Where in the manifest. */
  readonly place: string;
  readonly reason: string;
}

interface Named {
  readonly what: string;
  readonly least: number;
  readonly most: number;
  readonly fits: RegExp;
}

const names = {
  entity: {
    what: 'an entity',
    least: limits.nameCharacters,
    most: limits.entityNameCharacters,
    fits: /^(?![-_.])(?!.*\.\.)[a-z0-9:\-_.]+(?<!\.)$/,
  },
  attribute: { what: 'an attribute', least: 1, most: limits.attributeNameCharacters, fits: /^[_A-Za-z][_0-9A-Za-z]*$/ },
  index: {
    what: 'an index',
    least: limits.nameCharacters,
    most: limits.indexNameCharacters,
    fits: /^(?!\.)(?!.*\.\.)[a-zA-Z0-9:\-_.]+(?<!\.)$/,
  },
} as const satisfies Readonly<Record<string, Named>>;

function misnamed(place: string, name: string, { what, least, most, fits }: Named): readonly Excess[] {
  const isLong = name.length >= least && name.length <= most;
  if (!isLong) return [{ place, reason: `the name of ${what} has ${least} to ${most} characters` }];
  return fits.test(name) ? [] : [{ place, reason: `this is no name of ${what}: ${fits.source}` }];
}

export const tooMany = (place: string, what: string, found: number, most: number): readonly Excess[] =>
  found > most ? [{ place, reason: `more than ${most} ${what}` }] : [];

const twice = (place: string, what: string, given: readonly string[]): readonly Excess[] =>
  new Set(given).size < given.length ? [{ place, reason: `two ${what} of one name` }] : [];

/** What there is too much of in declared entities, or what has no name for one. */
export const entityExcess = (entities: readonly DeclaredEntity[]): readonly Excess[] => [
  ...tooMany('app.storage.entities', 'entities', entities.length, limits.entities),
  ...twice(
    'app.storage.entities',
    'entities',
    entities.map(({ name }) => name),
  ),
  ...entities.flatMap(excessOf),
];

function excessOf({ name, attributes, indexes = [] }: DeclaredEntity): readonly Excess[] {
  const place = `app.storage.entities.${name}`;
  const attributeNames = Object.keys(attributes);
  const declared = indexes.map((index) => (typeof index === 'string' ? { name: index, range: [index] } : index));
  const indexNames = declared.map((index) => index.name);
  return [
    ...misnamed(place, name, names.entity),
    ...tooMany(place, 'attributes', attributeNames.length, limits.attributes),
    ...tooMany(place, 'indexes', declared.length, limits.indexes),
    ...twice(place, 'indexes', indexNames),
    ...attributeNames.flatMap((each) => misnamed(`${place}.attributes.${each}`, each, names.attribute)),
    ...indexNames.flatMap((each) => misnamed(`${place}.indexes.${each}`, each, names.index)),
    ...declared
      .filter(({ range }) => range.length !== 1)
      .map((index) => ({ place: `${place}.indexes.${index.name}`, reason: 'a range has one attribute' })),
  ];
}
