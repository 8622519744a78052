/** What an expression may be and cost; a limit left out is none. */
export interface Limits {
  readonly characters: number;
  /** Syntactically meaningful parts: names and literals. */
  readonly parts?: number;
  readonly steps: number;
  readonly expensiveOperations?: number;
}

/** https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#restrictions (2026-01) */
export const jiraLimits = { characters: 1_000, parts: 100, steps: 10_000, expensiveOperations: 10 } as const;

/** What a result may hold; same page. */
export const resultLimits = { beans: 1_000, primitiveValues: 10_000 } as const;

/** https://developer.atlassian.com/platform/forge/events-reference/product_events/#restrictions (2026-08) */
export const filterLimits = { characters: 10_000, steps: 50_000 } as const;
