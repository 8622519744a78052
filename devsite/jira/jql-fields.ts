import { NotSimulated } from '../simulators/simulator';
import { customFieldsNamed } from './jql-custom-fields';
import type { Asking, JqlField } from './jql-field';
import type { Test } from './jql-parse';
import { type IndexedValue, propertyField } from './jql-properties';
import { notSimulatedFields, systemFields } from './jql-system-fields';
import { refuse } from './refusal';

/** The field a query means; 400 when there is none, 501 when only this site has none. */
export function fieldNamed(
  { field: name, property }: Pick<Test, 'field' | 'property'>,
  indexed: readonly IndexedValue[],
  asking: Asking,
): JqlField {
  const lower = name.toLowerCase();
  if (property && lower === 'issue.property') return propertyOf(property, indexed);
  const alias = indexed.find(({ searchAlias }) => searchAlias?.toLowerCase() === lower);
  const found = systemFields.get(lower) ?? (alias && propertyField(name, alias));
  if (found) return found;
  if (notSimulatedFields.has(lower)) throw new NotSimulated(`the JQL field '${name}'`);
  return customFieldOf(property ? `${name}[${property.key}]` : name, asking);
}

function propertyOf({ key, path }: { key: string; path: string }, indexed: readonly IndexedValue[]): JqlField {
  const value = indexed.find((each) => each.propertyKey === key && each.path === path);
  const name = `issue.property[${key}].${path}`;
  if (!value) throw noSuchField(name);
  return propertyField(name, value);
}

function customFieldOf(name: string, asking: Asking): JqlField {
  const [field, other] = customFieldsNamed(name, asking);
  if (!field) throw noSuchField(name);
  if (other) throw new NotSimulated(`a JQL field name that several fields share ('${name}')`);
  return field;
}

const noSuchField = (name: string) =>
  refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);
