/** A limit of the platform's: what the documentation allows, and what happens to whoever asks for more. */
export interface Limit {
  readonly what: string;
  readonly most: number;
  readonly unit: string;
  readonly over: string;
  readonly source: string;
  /** The file in `test/site` that tries it, where that is not the table's own. */
  readonly tried?: string;
}

export type Limits = Readonly<Record<string, Limit>>;
