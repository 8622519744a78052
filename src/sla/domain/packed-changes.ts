import type { Instant } from '../../kernel/time';
import type { Change } from './facts';

/** Many changes in little room: an automation may flip a field thousands of times, and a value of the store takes 240 KiB. */
export interface PackedChanges {
  /** Account ids, each once. */
  readonly by: readonly string[];
  /** The fields that changed, and the values that each had, each once. */
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[];
  /**
   * Each change's instant as what is between it and the one before, who made it, and its items as field, value before and
   * value after: numbers in base 36, of which 0 stands for nobody and for no value.
   */
  readonly packed: string;
}

/** As few are readable as they are stored. */
const fewest = 200;

const base = 36;
const digits = (number: number): string => number.toString(base);

/** The changes as they are stored. */
export function packedChanges(changes: readonly Change[]): readonly Change[] | PackedChanges {
  if (changes.length < fewest) return changes;
  const people = numbering();
  const fields = new Map<string, Numbering>();
  let last = 0;
  const parts = changes.map(({ at, by, items }) => {
    const told = items.map(({ field, from, to }) => {
      const values = fields.get(field) ?? numbering();
      fields.set(field, values);
      return [[...fields.keys()].indexOf(field), values.numberOf(from), values.numberOf(to)].map(digits).join('.');
    });
    const part = [digits(at - last), digits(people.numberOf(by)), told.join(';')].join();
    last = at;
    return part;
  });
  const known = [...fields].map(([field, { texts }]) => ({ field, values: texts() }));
  return { by: people.texts(), fields: known, packed: parts.join(' ') };
}

interface Numbering {
  /** From 1 on; 0 for nothing. */
  numberOf(text: string | null): number;
  texts(): readonly string[];
}

function numbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      if (text === null) return 0;
      const number = numbers.get(text) ?? numbers.size + 1;
      numbers.set(text, number);
      return number;
    },
    texts: () => [...numbers.keys()],
  };
}

/** The changes as rules read them. */
export function unpackedChanges(stored: readonly Change[] | PackedChanges): readonly Change[] {
  if (!('packed' in stored)) return stored;
  let at = 0;
  return stored.packed.split(' ').map((part): Change => {
    const [toAt = '', who = '', told = ''] = part.split(',');
    at += numberIn(toAt);
    const items = told.split(';').filter(Boolean);
    return {
      at: at as Instant,
      by: textOf(stored.by, numberIn(who)),
      items: items.map((item) => itemIn(item, stored)),
    };
  });
}

function itemIn(item: string, { fields }: PackedChanges): Change['items'][number] {
  const [place = 0, from = 0, to = 0] = item.split('.').map(numberIn);
  const { field, values } = fields[place] ?? { field: '', values: [] };
  return { field, from: textOf(values, from), to: textOf(values, to) };
}

const numberIn = (text: string): number => Number.parseInt(text, base);
const textOf = (texts: readonly string[], number: number): string | null => texts[number - 1] ?? null;
