import fc from 'fast-check';

/** A shape of valibot's as it is built: https://valibot.dev/guides/schemas/ (2026-08). */
interface Shape {
  readonly type: string;
  readonly pipe?: readonly { readonly kind: string; readonly type: string; readonly requirement?: unknown }[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly key?: Shape;
  readonly value?: Shape;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
}

/** Values as a shape takes them; where a text stands for something known, one of `known` by the name it stands under. */
export function arbitraryOf(shape: unknown, known: Known = {}, name = ''): fc.Arbitrary<unknown> {
  const found = known[name];
  const made = (makers[(shape as Shape).type] ?? anything)(shape as Shape, known, name);
  return found?.length ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...found) }, made) : made;
}

export type Known = Readonly<Record<string, readonly unknown[]>>;
type Maker = (shape: Shape, known: Known, name: string) => fc.Arbitrary<unknown>;

const anything: Maker = () => fc.jsonValue({ maxDepth: 2 });

const makers: Readonly<Record<string, Maker>> = {
  object: ({ entries = {} }, known) => {
    const model = Object.entries(entries).map(([key, part]) => [key, arbitraryOf(part, known, key)] as const);
    const requiredKeys = Object.keys(entries).filter((key) => entries[key]?.type !== 'optional');
    return fc.record(Object.fromEntries(model), { requiredKeys });
  },
  optional: ({ wrapped }, known, name) => arbitraryOf(wrapped, known, name),
  record: ({ key, value }, known, name) =>
    fc.dictionary(arbitraryOf(key, known, `${name} key`) as fc.Arbitrary<string>, arbitraryOf(value, known), {
      maxKeys: 4,
    }),
  array: ({ item, pipe = [] }, known, name) => {
    const exact = limit(pipe, 'length');
    const [least, most] = [exact ?? limit(pipe, 'min_length') ?? 0, exact ?? limit(pipe, 'max_length') ?? 6];
    return fc.array(arbitraryOf(item, known, name), { minLength: least, maxLength: Math.min(most, least + 6) });
  },
  variant: ({ options = [] }, known, name) => fc.oneof(...options.map((option) => arbitraryOf(option, known, name))),
  picklist: ({ options = [] }) => fc.constantFrom(...options),
  literal: ({ literal }) => fc.constant(literal),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  number: ({ pipe = [] }) => {
    const [min, max] = [limit(pipe, 'min_value') ?? -10, limit(pipe, 'max_value') ?? 1e9];
    return pipe.some(({ type }) => type === 'integer')
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true });
  },
  string: ({ pipe = [] }) => textOf(pipe),
};

function textOf(pipe: NonNullable<Shape['pipe']>): fc.Arbitrary<string> {
  const pattern = pipe.find(({ type }) => type === 'regex')?.requirement;
  if (pipe.some(({ type }) => type === 'iso_timestamp')) return isoText;
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  const [least, most] = [limit(pipe, 'min_length') ?? 0, limit(pipe, 'max_length') ?? 40];
  return fc.string({ minLength: least, maxLength: Math.min(most, 40) });
}

const isoText = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const limit = (pipe: NonNullable<Shape['pipe']>, type: string): number | undefined =>
  pipe.find((action) => action.type === type)?.requirement as number | undefined;
