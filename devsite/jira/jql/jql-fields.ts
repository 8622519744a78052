import { NotSimulated } from '../../simulators/simulator';
import { refuse } from '../refusal';
import { customFieldsNamed } from './jql-custom-fields';
import type { Asking, JqlField } from './jql-field';
import type { Test } from './jql-parse';
import { type IndexedValue, propertyField } from './jql-properties';
import { notSimulatedFields, systemFields } from './jql-system-fields';

/** The fields a query means, of which custom ones may share a name; 400 when there is none, 501 when only this site has none. */
export function fieldsNamed(
  { field: name, property }: Pick<Test, 'field' | 'property'>,
  indexed: readonly IndexedValue[],
  asking: Asking,
): readonly JqlField[] {
  const lower = name.toLowerCase();
  if (property && lower === 'issue.property') return [propertyOf(property, indexed)];
  const alias = indexed.find(({ searchAlias }) => searchAlias?.toLowerCase() === lower);
  const found = property ? undefined : (systemFields.get(lower) ?? (alias && propertyField(name, alias)));
  if (found) return [found];
  const custom = customFieldsNamed(property ? `${name}[${property.key}]` : name, asking);
  if (custom.length > 0) return custom;
  if (notSimulatedFields.has(lower)) throw new NotSimulated(`the JQL field '${name}'`);
  throw noSuchField(property ? `${name}[${property.key}]` : name);
}

function propertyOf({ key, path }: { key: string; path: string }, indexed: readonly IndexedValue[]): JqlField {
  const value = indexed.find((each) => each.propertyKey === key && each.path === path);
  const name = `issue.property[${key}].${path}`;
  if (!value) throw noSuchField(name);
  return propertyField(name, value);
}

const noSuchField = (name: string) =>
  refuse(400, `Field '${name}' does not exist or you do not have permission to view it.`);
