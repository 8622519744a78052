import type { Json } from './json';
import type { Call } from './route';
import { SITE } from './shapes';

/** Where a page begins and how much it holds at most. */
export interface PageAsk {
  readonly startAt: number;
  readonly maxResults: number;
}

/** The parameters that every list by the page takes. */
export const asPage = { startAt: 'integer', maxResults: 'integer' } as const;

/** `most` is Jira's bound on a page, whatever is asked. */
export const pageAsk = ({ query }: Call, otherwise = 50, most = otherwise): PageAsk => ({
  startAt: Math.max(0, query.integer('startAt', 0)),
  maxResults: Math.max(0, Math.min(most, query.integer('maxResults', otherwise))),
});

export const sliced = <Thing>(things: readonly Thing[], { startAt, maxResults }: PageAsk): readonly Thing[] =>
  things.slice(startAt, startAt + maxResults);

/** The address of the call, with another beginning. */
function addressFrom({ ask }: Call, { maxResults }: PageAsk, startAt: number): string {
  const [path = '', query = ''] = ask.path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('startAt', String(startAt));
  parameters.set('maxResults', String(maxResults));
  return `${SITE}${path}?${parameters}`;
}

/** Everything there is, as a page within another answer. */
export const wholePage = (values: readonly Json[]): Json => ({
  startAt: 0,
  maxResults: values.length,
  total: values.length,
  isLast: true,
  values,
});

/** Things by the page, as Jira's `PageBean` has it. */
export function pageAnswer<Thing>(
  call: Call,
  things: readonly Thing[],
  ask: PageAsk,
  shape: (thing: Thing) => Json,
): Json {
  const values = sliced(things, ask).map(shape);
  const end = ask.startAt + values.length;
  const isLast = end >= things.length;
  return {
    self: addressFrom(call, ask, ask.startAt),
    ...(!isLast && { nextPage: addressFrom(call, ask, end) }),
    ...ask,
    total: things.length,
    isLast,
    values,
  };
}
