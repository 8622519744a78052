export type Callback = (...args: unknown[]) => unknown;

/** Key of what stands in a message for a function of the side that sent it. */
const lentKey = '__lent';

/** Functions that the other side may call, by number. */
export interface Lending {
  /** A value as a message can carry it: functions become numbers, symbols go. */
  pack(value: unknown): unknown;
  lent(number: number): Callback | undefined;
}

export function openLending(root: Callback): Lending {
  const lent: Callback[] = [root];
  const lend = (callback: Callback): number => {
    const known = lent.indexOf(callback);
    return known < 0 ? lent.push(callback) - 1 : known;
  };
  const pack = (value: unknown): unknown =>
    mapped(value, (each) => {
      if (typeof each === 'symbol') return undefined;
      return typeof each === 'function' ? { [lentKey]: lend(each as Callback) } : each;
    });
  return { pack, lent: (number) => lent[number] };
}

/** A value out of a message, with what `borrow` makes of the other side's functions. */
export const unpack = (value: unknown, borrow: (number: number) => Callback): unknown =>
  mapped(value, (each) => (isLent(each) ? borrow(each[lentKey]) : each));

/** Replaces every value within arrays and plain objects; whatever else there is goes as it is. */
function mapped(value: unknown, replace: (value: unknown) => unknown): unknown {
  const replaced = replace(value);
  if (replaced !== value) return replaced;
  if (Array.isArray(value)) return value.map((each) => mapped(each, replace));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapped(each, replace)]));
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const isLent = (value: unknown): value is { readonly [lentKey]: number } =>
  typeof value === 'object' && value !== null && lentKey in value;
