import fc from 'fast-check';
import { hostileTexts as named } from './hostile-texts';

/** Texts that a careless program takes for something else than a text. */
const hostileTexts: readonly string[] = [
  ...Object.values(named),
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnp.exe\u202c',
  '\u2066\u2069',
  'P\u200b1\u200d\ufeff',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</style>&amp;"\'`',
  '" OR issuetype is not EMPTY OR "" = "',
  'x) OR (1=1',
  'project = OPS ORDER BY created',
  "'; DROP TABLE issues; --",
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'clock:10000',
  'due:10000#1',
  '../../rest/api/3/myself',
  'a:b#c.d-e\\_/f',
  '{{7*7}}#{7*7}%s%n',
  '\r\nX-Injected: yes',
  'NaN',
  'Infinity',
  '-1',
  '1e999',
  '9007199254740993',
  '2026-02-31T00:00:00Z',
  '2026-11-20T07:00:00.000+9999',
  '+275760-09-13T00:00:00.001Z',
  '-271821-04-19T23:59:59.999Z',
  '00:00',
  '24:01',
  '🧑‍🤝‍🧑',
  'İstanbul ß ﬃ',
];

const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(101, 256, 501, 10_001, 33_000).map((length) => 'x'.repeat(length)) },
);

const hostileNumber = fc.constantFrom(
  ...[0, -0, -1, 1, 0.5, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e308, -1e308, 5e-324],
);

const nested = (depth: number, brackets: '[]' | '{}'): unknown =>
  JSON.parse(
    brackets === '[]'
      ? `${'['.repeat(depth)}${']'.repeat(depth)}`
      : `${'{"of":'.repeat(depth)}null${'}'.repeat(depth)}`,
  );

/** Anything that JSON can carry, the awkward more often than chance would have it. */
const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 4, arbitrary: hostileNumber },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { id: null }) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('[]' as const, '{}' as const).map((brackets) => nested(500, brackets)) },
  { weight: 1, arbitrary: hostileText.map((text) => Array.from({ length: 10_000 }, () => text.slice(0, 8))) },
);

/** A name of a property that every object seems to have, or that none should. */
const hostileKey = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', ''), hostileText);

export interface Mutation {
  /** Which of the value's parts, counted from its root and over again. */
  readonly part: number;
  readonly how: 'replace' | 'leave out' | 'add' | 'wrap' | 'double';
  readonly key: string;
  readonly value: unknown;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  part: fc.nat(200),
  how: fc.constantFrom('replace', 'replace', 'replace', 'leave out', 'add', 'wrap', 'double'),
  key: hostileKey,
  value: hostileJson,
});

type Holder = Record<string, unknown>;

/** Every place of a value, its root first: who holds it, and by which name. */
function placesOf(holder: Holder, name: string): readonly (readonly [Holder, string])[] {
  const value = holder[name];
  const inside = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return [[holder, name], ...inside.slice(0, 50).flatMap((key) => placesOf(value as Holder, key))];
}

export function mutated(value: unknown, { part, how, key, value: other }: Mutation): unknown {
  const root: Holder = { value: structuredClone(value) };
  const places = placesOf(root, 'value');
  const [holder, name] = places[part % places.length] ?? [root, 'value'];
  const here = holder[name];
  if (how === 'replace') holder[name] = other;
  else if (how === 'leave out') delete holder[name];
  else if (how === 'wrap') holder[name] = [here];
  else if (how === 'double') holder[name] = [here, here];
  // Defined, since setting `__proto__` would set what the object inherits from.
  else if (typeof here === 'object' && here !== null && !Array.isArray(here))
    Object.defineProperty(here, key, { value: other, enumerable: true, configurable: true, writable: true });
  return root.value;
}

/** Values that are as they should be, most of them with some things about them that are not, and things wholly other. */
export const hostile = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 2, arbitrary: valid },
    {
      weight: 10,
      arbitrary: fc
        .tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }))
        .map(([value, mutations]) => mutations.reduce(mutated, value)),
    },
    { weight: 1, arbitrary: hostileJson },
  );
