import { comparable, equal, Lambda, type Method, textOf, type Value } from './values';

type List = readonly Value[];
type ListMethod = (list: List, given: readonly Value[]) => Value;

/** What a method was given is not what it takes. */
export class Misgiven extends Error {
  override readonly name = 'Misgiven';
}

function lambdaIn(given: readonly Value[]): (...given: Value[]) => Value {
  const [lambda] = given;
  if (!(lambda instanceof Lambda)) throw new Misgiven('A function is expected.');
  return (...values) => lambda.call(values);
}

export function numberIn(given: readonly Value[], place: number): number | undefined {
  const value = given[place] ?? null;
  if (value === null) return undefined;
  if (typeof value !== 'number') throw new Misgiven('A number is expected.');
  return value;
}

function truth(value: Value): boolean {
  if (typeof value !== 'boolean') throw new Misgiven('The function must return a Boolean.');
  return value;
}

function orderOf(one: Value, other: Value): number {
  const [first, second] = [comparable(one), comparable(other)];
  if (first === undefined || typeof first !== typeof second) throw new Misgiven('These values cannot be ordered.');
  if (first === second) return 0;
  return first < (second as typeof first) ? -1 : 1;
}

function sorted(list: List, given: readonly Value[]): Value {
  if (given.length === 0) return [...list].sort(orderOf);
  const compare = lambdaIn(given);
  return [...list].sort((one, other) => {
    const order = compare(one, other);
    if (typeof order !== 'number') throw new Misgiven('The function must return a Number.');
    return order;
  });
}

function reduced(list: List, given: readonly Value[]): Value {
  const reducer = lambdaIn(given);
  if (given.length < 2 && list.length === 0)
    throw new Misgiven('An empty list cannot be reduced without a first value.');
  const [first = null, ...rest] = given.length < 2 ? list : [given[1] ?? null, ...list];
  return rest.reduce<Value>((sum, member) => reducer(sum, member), first);
}

const flat = (list: List): Value[] => list.flatMap((member) => (Array.isArray(member) ? flat(member) : [member]));

/** https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#list (2026-02) */
const methods: Readonly<Record<string, ListMethod>> = {
  map: (list, given) => list.map((member, place) => lambdaIn(given)(member, place)),
  filter: (list, given) => list.filter((member) => truth(lambdaIn(given)(member))),
  some: (list, given) => list.some((member) => truth(lambdaIn(given)(member))),
  every: (list, given) => list.every((member) => truth(lambdaIn(given)(member))),
  flatMap: (list, given) => flat([list.map((member) => lambdaIn(given)(member))].flat()),
  flatten: flat,
  reduce: reduced,
  sort: sorted,
  includes: (list, [wanted = null]) => list.some((member) => equal(member, wanted)),
  indexOf: (list, [wanted = null]) => list.findIndex((member) => equal(member, wanted)),
  slice: (list, given) => list.slice(numberIn(given, 0), numberIn(given, 1)),
  concat: (list, given) => list.concat(given.flat()),
  join: (list, [separator = ',']) => list.map(textOf).join(textOf(separator)),
};

export function listMethod(list: List, name: string): Method | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method && ((given) => method(list, given));
}
