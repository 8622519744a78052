import { type Manifest, modulesOf } from '../../manifest';
import { type Asking, BY_EQUALITY, BY_ORDER, BY_WORDS, type JqlField, literal } from './jql-field';
import { instantNamed, personNamed } from './jql-field-kinds';

/**
 * A value inside an issue property that the manifest has indexed.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/ (2026-07)
 */
export interface IndexedValue {
  readonly propertyKey: string;
  readonly path: string;
  readonly type: 'number' | 'string' | 'text' | 'date' | 'user';
  readonly searchAlias: string | undefined;
}

interface DeclaredProperty {
  readonly entityType?: string;
  readonly propertyKey: string;
  readonly values: readonly { path: string; type: IndexedValue['type']; searchAlias?: string }[];
}

export function indexedValues(manifest: Manifest): readonly IndexedValue[] {
  const single = modulesOf(manifest, 'jira:entityProperty') as unknown as readonly DeclaredProperty[];
  const sets = modulesOf(manifest, 'jira:entityPropertySet').flatMap(
    ({ properties }) => properties as DeclaredProperty[],
  );
  return [...single, ...sets]
    .filter(({ entityType = 'issue' }) => entityType === 'issue')
    .flatMap(({ propertyKey, values }) =>
      values.map(({ path, type, searchAlias }) => ({ propertyKey, path, type, searchAlias })),
    );
}

const byType: Readonly<Record<IndexedValue['type'], Pick<JqlField, 'kind' | 'operators' | 'values' | 'memberSql'>>> = {
  number: {
    kind: 'number',
    operators: BY_ORDER,
    values: (text) => (Number.isFinite(Number(text)) ? [Number(text)] : undefined),
  },
  string: { kind: 'text', operators: BY_EQUALITY, values: (text) => [text] },
  text: { kind: 'text', operators: BY_WORDS, values: (text) => [text] },
  user: { kind: 'user', operators: BY_EQUALITY, values: personNamed },
  date: {
    kind: 'date',
    operators: BY_ORDER,
    values: instantNamed,
    memberSql: 'CAST(round((julianday(value) - 2440587.5) * 86400000) AS INTEGER)',
  },
};

/** Its values can be searched; those of type `text` stand in no order. */
export function propertyField(name: string, { propertyKey, path, type }: IndexedValue): JqlField {
  const place = literal(
    `$.${path
      .split('.')
      .map((part) => `"${part}"`)
      .join('.')}`,
  );
  return {
    name,
    holds: 'many',
    sql: ({ propertySql }) => `${propertySql(propertyKey)} -> ${place}`,
    ...(type !== 'text' && {
      order: ({ propertySql }: Asking) =>
        `COALESCE(${propertySql(propertyKey)} ->> ${place}, ${type === 'number' ? '-1e300' : "''"})`,
    }),
    ...byType[type],
  };
}
