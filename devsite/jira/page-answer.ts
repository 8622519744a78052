import type { Json } from './json';
import type { Call } from './route';
import { SITE } from './shapes';

/** Where a page begins and how much it holds at most. */
export interface PageAsk {
  readonly startAt: number;
  readonly maxResults: number;
}

/** `most` is Jira's bound on a page, whatever is asked. */
export const pageAsk = ({ query }: Call, otherwise = 50, most = otherwise): PageAsk => ({
  startAt: Math.max(0, query.integer('startAt', 0)),
  maxResults: Math.max(0, Math.min(most, query.integer('maxResults', otherwise))),
});

export const sliced = <Thing>(things: readonly Thing[], { startAt, maxResults }: PageAsk): readonly Thing[] =>
  things.slice(startAt, startAt + maxResults);

/** Things by the page, as Jira's `PageBean` has it. */
export function pageAnswer<Thing>(
  call: Call,
  things: readonly Thing[],
  ask: PageAsk,
  shape: (thing: Thing) => Json,
): Json {
  const values = sliced(things, ask).map(shape);
  return {
    self: `${SITE}${call.ask.path}`,
    ...ask,
    total: things.length,
    isLast: ask.startAt + values.length >= things.length,
    values,
  };
}
