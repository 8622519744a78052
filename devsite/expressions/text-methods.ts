import { Misgiven, numberIn } from './list-methods';
import type { Method, Value } from './values';

type TextMethod = (text: string, given: readonly Value[]) => Value;

function textIn(given: readonly Value[], place: number): string {
  const value = given[place] ?? null;
  if (typeof value !== 'string') throw new Misgiven('A string is expected.');
  return value;
}

/** https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#string (2026-02) */
const methods: Readonly<Record<string, TextMethod>> = {
  trim: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  toString: (text: string) => text,
  includes: (text, given) => text.includes(textIn(given, 0)),
  startsWith: (text, given) => text.startsWith(textIn(given, 0)),
  endsWith: (text, given) => text.endsWith(textIn(given, 0)),
  indexOf: (text, given) => text.indexOf(textIn(given, 0)),
  split: (text, given) => text.split(textIn(given, 0)),
  slice: (text, given) => text.slice(numberIn(given, 0), numberIn(given, 1)),
  replace: (text, given) => text.replace(textIn(given, 0), () => textIn(given, 1)),
};

export function textMethod(text: string, name: string): Method | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  return method && ((given) => method(text, given));
}
