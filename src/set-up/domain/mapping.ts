/** How the app reads the site: by ids, whatever they are called. */
export interface Mapping {
  /** Those of every project that is taken in. */
  readonly incidentTypes: readonly string[];
  /** Absent where a field is left out: then the ticket's own priority counts as it is. */
  readonly impact: LevelMapping | undefined;
  readonly urgency: LevelMapping | undefined;
  /** P1 to P5. */
  readonly priorities: readonly string[];
  readonly pausing: readonly string[];
}

export interface LevelMapping {
  readonly field: string;
  /** Option id to level, 1 the highest; 0 for an option that stands for none. */
  readonly levels: Readonly<Record<string, 0 | 1 | 2 | 3>>;
}
