import type { Excess } from '../../devsite/kvs/entity-excess';
import type { deployLimits } from '../../devsite/limits/deploy-limits';
import type { Manifest } from '../../devsite/manifest';
import { manifestExcess, resourceExcess, variableExcess } from '../../devsite/manifest-limits';
import { aPlatform } from '../builders/a-platform';
import type { Tried } from './attempt';

const told = ([excess]: readonly Excess[]): Promise<string> => Promise.resolve(excess?.reason ?? 'taken');

const { manifest } = aPlatform();

const deployed = (changed: Partial<Manifest>, text?: string) => told(manifestExcess({ ...manifest, ...changed }, text));

const many = (count: number, over: object = {}) => Array.from({ length: count }, (_, n) => ({ key: `k${n}`, ...over }));

const resources = (count: number, entries = 1) =>
  many(count).map(({ key }) => ({
    key,
    path: key,
    entry: Object.fromEntries(many(entries).map((each) => [each.key, 'a'])),
  }));

/** So much, in as many resources as it takes. */
const spread = (total: number, most: number, of: (share: number) => { count: number; bytes: number }) =>
  told(
    resourceExcess(
      new Map(
        Array.from(
          { length: Math.ceil(total / most) },
          (_, n) => [`r${n}`, of(Math.min(most, total - n * most))] as const,
        ),
      ),
    ),
  );

const megabyte = 1024 * 1024;

/** Deploys as much as each limit limits. */
export const deployTried = {
  manifestSize: { attempt: (n) => deployed({}, 'x'.repeat(n)), refused: 'more than 204800 bytes' },
  modules: { attempt: (n) => deployed({ modules: { trigger: many(n) } }), refused: 'more than 150 modules' },
  schedules: {
    attempt: (n) => deployed({ modules: { scheduledTrigger: many(n, { interval: 'hour' }) } }),
    refused: 'more than 5 scheduled triggers',
  },
  frequentSchedules: {
    attempt: (n) => deployed({ modules: { scheduledTrigger: many(n, { interval: 'fiveMinute' }) } }),
    refused: 'more than 1 scheduled triggers every five minutes',
  },
  globalPages: {
    attempt: (n) => deployed({ modules: { 'jira:globalPage': many(n) } }),
    refused: 'more than 1 global pages',
  },
  resources: { attempt: (n) => deployed({ resources: resources(n) }), refused: 'more than 50 resources' },
  entries: { attempt: (n) => deployed({ resources: resources(1, n) }), refused: 'more than 50 entries' },
  files: { attempt: (n) => spread(n, n, (count) => ({ count, bytes: 1 })), refused: 'more than 5000 files' },
  fileSize: { attempt: (n) => spread(n, n, (bytes) => ({ count: 1, bytes })), refused: 'more than 104857600 bytes' },
  allFiles: {
    attempt: (n) => spread(n, 5_000, (count) => ({ count, bytes: 1 })),
    refused: 'more than 25000 files in all resources',
  },
  allFileSize: {
    attempt: (n) => spread(n, 100 * megabyte, (bytes) => ({ count: 1, bytes })),
    refused: 'more than 1073741824 bytes in all resources',
  },
  memory: {
    attempt: (memoryMB) => deployed({ app: { ...manifest.app, runtime: { name: 'nodejs24.x', memoryMB } } }),
    refused: 'memory is 128 to 1024 MB',
  },
  variables: {
    attempt: (n) => told(variableExcess(Object.fromEntries(many(n).map(({ key }) => [key, 'a'])))),
    refused: 'more than 50 variables',
  },
  variableKey: {
    attempt: (n) => told(variableExcess({ ['x'.repeat(n)]: 'a' })),
    refused: 'more than 128 characters in a name',
  },
  variableValue: {
    attempt: (n) => told(variableExcess({ a: 'x'.repeat(n) })),
    refused: 'more than 3072 bytes in a value',
  },
} satisfies Readonly<Record<keyof typeof deployLimits, Tried>>;
