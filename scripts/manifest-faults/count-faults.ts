import { type Manifest, modulesOf } from '../../devsite/manifest';
import type { AppReading, Fault } from './app-reading';

interface Limit {
  readonly what: string;
  readonly most: number;
  /** https://developer.atlassian.com/platform/forge/ and this, as of 2026-08. */
  readonly source: string;
  readonly count: (manifest: Manifest) => number;
}

const count = (type: string) => (manifest: Manifest) => modulesOf(manifest, type).length;

const entities = ({ app }: Manifest) => app.storage?.entities ?? [];

const limits: readonly Limit[] = [
  {
    what: 'scheduled triggers',
    most: 5,
    source: 'manifest-reference/modules/scheduled-trigger/',
    count: count('scheduledTrigger'),
  },
  {
    what: 'scheduled triggers every five minutes',
    most: 1,
    source: 'manifest-reference/modules/scheduled-trigger/',
    count: (manifest) =>
      modulesOf(manifest, 'scheduledTrigger').filter(({ interval }) => interval === 'fiveMinute').length,
  },
  {
    what: 'global pages',
    most: 1,
    source: 'manifest-reference/modules/jira-global-page/',
    count: count('jira:globalPage'),
  },
  {
    what: 'UI modifications',
    most: 1,
    source: 'manifest-reference/modules/jira-ui-modifications/',
    count: count('jira:uiModifications'),
  },
  { what: 'entities', most: 20, source: 'limits-kvs-ce/', count: (manifest) => entities(manifest).length },
];

const perEntity = { indexes: 7, attributes: 50 };

/** More of something than an app may have. */
export const countFaults = ({ manifest }: AppReading): readonly Fault[] => [
  ...limits
    .filter(({ count, most }) => count(manifest) > most)
    .map(({ what, most, source }) => ({
      place: 'manifest.yml',
      reason: `more than ${most} ${what}: https://developer.atlassian.com/platform/forge/${source}`,
    })),
  ...entities(manifest).flatMap(({ name, attributes, indexes = [] }) => {
    const place = `app.storage.entities.${name}`;
    const ranges = indexes.flatMap((index) => (typeof index === 'string' ? [] : [index]));
    return [
      ...tooMany(place, 'indexes', indexes.length),
      ...tooMany(place, 'attributes', Object.keys(attributes).length),
      ...ranges
        .filter(({ range }) => range.length !== 1)
        .map((index) => ({ place: `${place}.indexes.${index.name}`, reason: 'a range has one attribute' })),
    ];
  }),
];

const tooMany = (place: string, what: keyof typeof perEntity, found: number): readonly Fault[] =>
  found > perEntity[what] ? [{ place, reason: `more than ${perEntity[what]} ${what}` }] : [];
