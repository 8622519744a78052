/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04). */
export const limits = {
  keyCharacters: 500,
  valueBytes: 240 * 1024,
  depth: 31,
  /** Operations of a transaction, keys of a batch. */
  operations: 25,
  requestBytes: 4 * 1024 * 1024,
  pageByDefault: 10,
  pageAtMost: 100,
  conditions: 100,
  partitionBytes: 1700,
  rangeBytes: 900,
  entities: 20,
  attributes: 50,
  indexes: 7,
  /** The least that the name of an entity or an index has. */
  nameCharacters: 3,
  entityNameCharacters: 60,
  attributeNameCharacters: 30,
  indexNameCharacters: 50,
  timeToLive: 365 * 24 * 3_600_000,
} as const;

/** How much an installation may ask of the store; reads and writes in units of 10 KB. */
export interface Rates {
  readonly requestsPerSecond: number;
  readonly readUnitsPerMinute: number;
  readonly writeUnitsPerMinute: number;
}

/** https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04). */
export const documentedRates: Rates = {
  requestsPerSecond: 1000,
  readUnitsPerMinute: 4000,
  writeUnitsPerMinute: 4000,
};

/** For a run that is to see how much it asks, not to be stopped. */
export const unlimitedRates: Rates = {
  requestsPerSecond: Number.POSITIVE_INFINITY,
  readUnitsPerMinute: Number.POSITIVE_INFINITY,
  writeUnitsPerMinute: Number.POSITIVE_INFINITY,
};

export const unitBytes = 10 * 1024;

/** https://developer.atlassian.com/platform/forge/forge-platform-pricing/ (2026-08-03). */
export const emptyReadBytes = 1024;
