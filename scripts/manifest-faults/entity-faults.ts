import type { DeclaredEntity } from '../../devsite/manifest';
import type { AppReading } from './app-reading';
import type { Fault } from './fault';

/** Indexes over what may be anything: https://developer.atlassian.com/platform/forge/runtime-reference/custom-entities/ (2026-08) */
export const entityFaults = ({ manifest }: AppReading): readonly Fault[] =>
  (manifest.app.storage?.entities ?? []).flatMap(({ name, attributes, indexes = [] }) =>
    indexes.flatMap((index) =>
      indexed(index)
        .filter((attribute) => attributes[attribute]?.type === 'any')
        .map((attribute) => ({
          place: `app.storage.entities.${name}.indexes.${typeof index === 'string' ? index : index.name}`,
          reason: `${attribute} is of the type any, which has no index`,
        })),
    ),
  );

type Index = NonNullable<DeclaredEntity['indexes']>[number];

const indexed = (index: Index): readonly string[] =>
  typeof index === 'string' ? [index] : [...index.range, ...(index.partition ?? [])];
