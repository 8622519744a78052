/**
 * What calls cost an app of its hourly points.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-11)
 */
export interface Points {
  /** Of the call itself; all that a refused call costs. */
  readonly base: number;
  /** Of what it answered with. */
  readonly objects?: (body: never) => number;
}

export const WRITE: Points = { base: 1 };

/** A call and one object. */
export const READ_ONE: Points = { base: 1, objects: () => 1 };

/** A call and each thing in the named list of the answer. */
export const readList = (name: string): Points => ({
  base: 1,
  objects: (body: Readonly<Record<string, readonly unknown[]>>) => body[name]?.length ?? 0,
});

/** A call and each thing of an answer that is a list. */
export const READ_ALL: Points = { base: 1, objects: (body: readonly unknown[]) => body.length };

export function cost(points: Points, status: number, body: unknown): number {
  if (status === 429) return 0;
  return points.base + (status < 400 ? (points.objects?.(body as never) ?? 0) : 0);
}
