import type { asUser } from '@forge/api';
import { body } from './jira';

/** What Jira answers to a request. */
export type Answer = Awaited<ReturnType<ReturnType<typeof asUser>['requestJira']>>;

export interface PageOf<Item> {
  readonly values: readonly Item[];
  readonly isLast?: boolean;
  readonly total?: number;
}

/** All pages of a list; `page` asks from a place on. */
export async function all<Item>(call: string, page: (startAt: number) => Promise<Answer>): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (;;) {
    const { values, isLast, total } = await body<PageOf<Item>>(call, await page(found.length));
    found.push(...values);
    if (isLast || !values.length || found.length >= (total ?? Number.POSITIVE_INFINITY)) return found;
  }
}

/** As many ids as an address of Jira's bears. */
const idsPerAsk = 50;

/** All pages of a list, each thing asked for by its id. */
export async function allOf<Item>(
  call: string,
  parameter: string,
  ids: readonly string[],
  page: (which: URLSearchParams, startAt: number) => Promise<Answer>,
): Promise<readonly Item[]> {
  const once = [...new Set(ids)];
  const asks = Array.from({ length: Math.ceil(once.length / idsPerAsk) }, (_, i) =>
    once.slice(i * idsPerAsk, (i + 1) * idsPerAsk),
  );
  const which = asks.map((some) => new URLSearchParams(some.map((id) => [parameter, id])));
  return (await Promise.all(which.map((some) => all<Item>(call, (at) => page(some, at))))).flat();
}
