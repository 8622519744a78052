/** A shape of valibot's as it is built: https://valibot.dev/guides/schemas/ (2026-08). */
interface Shape {
  readonly type: string;
  readonly requirement?: unknown;
  readonly pipe?: readonly Shape[];
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly key?: Shape;
  readonly value?: Shape;
  readonly options?: readonly unknown[];
}

/** Something in what a call takes that can be of any length. */
export interface Sized {
  /** `draft.goals[].name`; `choices.items{}` is a key of a record. */
  readonly path: string;
  readonly kind: 'text' | 'list' | 'record' | 'anything';
  /** The most it may have; absent where a form bounds it, or nothing does. */
  readonly most?: number;
  /** The form that a text has, where that bounds it. */
  readonly form?: RegExp | 'ISO instant';
}

/** Every text, list and record in a shape, each with its bound. */
export function sizesOf(shape: unknown, path = ''): readonly Sized[] {
  const one = shape as Shape;
  return (readers[one.type] ?? unknown)(one, path);
}

type Reader = (shape: Shape, path: string) => readonly Sized[];

const none: Reader = () => [];
const unknown: Reader = (_shape, path) => [{ path, kind: 'anything' }];

const readers: Readonly<Record<string, Reader>> = {
  object: ({ entries = {} }, path) =>
    Object.entries(entries).flatMap(([key, part]) => sizesOf(part, path ? `${path}.${key}` : key)),
  optional: ({ wrapped }, path) => sizesOf(wrapped, path),
  array: ({ item, pipe }, path) => [sized('list', path, pipe), ...sizesOf(item, `${path}[]`)],
  record: ({ key, value, pipe }, path) => [
    sized('record', path, pipe),
    ...sizesOf(key, `${path}{}`),
    ...sizesOf(value, `${path}.*`),
  ],
  variant: ({ options = [] }, path) => {
    const all = options.flatMap((option) => sizesOf(option, path));
    return all.filter(({ path: place }, i) => all.findIndex((other) => other.path === place) === i);
  },
  string: ({ pipe }, path) => [sized('text', path, pipe)],
  picklist: none,
  literal: none,
  boolean: none,
  number: none,
};

const limits = ['max_length', 'length', 'max_entries'];

/** A pipe that goes on from another has that as its first part. */
const flat = (pipe: readonly Shape[]): readonly Shape[] =>
  pipe.flatMap((part, i) => (i === 0 && part.pipe ? flat(part.pipe) : [part]));

function sized(kind: Sized['kind'], path: string, steps: readonly Shape[] = []): Sized {
  const pipe = flat(steps);
  const most = pipe.find(({ type }) => limits.includes(type))?.requirement;
  const form = pipe.find(({ type, requirement }) => type === 'regex' && isBounded(requirement))?.requirement;
  const isInstant = pipe.some(({ type }) => type === 'iso_timestamp');
  return {
    path,
    kind,
    ...(typeof most === 'number' && { most }),
    ...(form instanceof RegExp ? { form } : isInstant && { form: 'ISO instant' as const }),
  };
}

/** Whether a form takes no text without end. */
const isBounded = (form: unknown): boolean =>
  form instanceof RegExp && /^\^.*\$$/.test(form.source) && !/[*+]|,\}/.test(form.source);
