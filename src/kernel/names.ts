/** What takes no place: controls, formats, spaces, and the letters of some scripts that stand for nothing. */
const unseen = /[\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;

/** Whether a person sees anything of a name. */
export const isSeen = (name: string): boolean => name.replace(unseen, '') !== '';

/**
 * Controls, halves of letters, line ends and what turns the direction of the text behind it; joiners and marks of direction
 * belong to some scripts.
 */
const turning = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export const hasControls = (name: string): boolean => turning.test(name);

const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const inIsolate = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;

/** What of a text stands in no isolate. */
function outsideIsolates(text: string): string {
  const rest = text.replace(inIsolate, '');
  return rest === text ? text : outsideIsolates(rest);
}

/** What stands for a name of which nobody sees anything. */
const blank = '(blank)';

/**
 * A name for a sentence: one that runs from right to left, or that turns what stands behind it, stands in an isolate of
 * Unicode, so that its neighbours stay in their order, on a page as in a text that is copied. A part of a sentence whose
 * names stand in isolates is left as it is.
 */
export function isolated(name: string): string {
  if (name !== '' && !isSeen(name)) return blank;
  return rightToLeft.test(outsideIsolates(name)) ? `\u2068${name.replace(/[\u2066-\u2069]/gu, '')}\u2069` : name;
}

/** Several in a row, each isolated. */
export const series = (names: readonly string[], between = ', '): string => names.map(isolated).join(between);

/** A tag for words that take names: phrase`The field ${name} is gone.` isolates each. */
export const phrase = ([first = '', ...words]: TemplateStringsArray, ...parts: readonly (string | number)[]): string =>
  first + words.map((word, i) => isolated(String(parts[i])) + word).join('');
