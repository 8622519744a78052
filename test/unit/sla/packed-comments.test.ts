import type { Instant } from '@fettle/kernel/time';
import type { Comment, Facts } from '@fettle/sla/domain/facts';
import { packed, unpacked } from '@fettle/sla/domain/packed-facts';
import fc from 'fast-check';

const day = 86_400_000;
const born = Date.parse('2026-11-20T07:00:00Z') as Instant;

const factsWith = (comments: readonly Comment[]): Facts => ({
  created: { at: born, by: 'carl', values: { status: '1' } },
  changes: [],
  comments,
});

const aComment: fc.Arbitrary<Comment> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 48 }).map(String),
  at: fc.integer({ min: born - day, max: born + 5_000 * day }).map((at) => at as Instant),
  by: fc.constantFrom('', 'carl', '712020:5b10ac8d-82e0-5b22-cc7d-4ef5aa1b2c3d', '"x,y z\u202e'),
  byApp: fc.boolean(),
  audience: fc.constantFrom('public', 'internal'),
});

test('many comments are stored and read back as they were', () => {
  fc.assert(
    fc.property(fc.array(aComment, { minLength: 200, maxLength: 260 }), (comments) => {
      const facts = factsWith(comments);
      expect(unpacked(JSON.parse(JSON.stringify(packed(facts))))).toEqual(facts);
    }),
    { numRuns: 50 },
  );
});

test('ten thousand comments fit into a value of the store', () => {
  const comments = Array.from({ length: 10_000 }, (_, i): Comment => {
    const at = (born + i * (day / 24) + ((i * 7_919) % 1_000)) as Instant;
    return {
      id: String(1_000_000 + i * 37),
      at,
      by: `712020:5b10ac8d-82e0-5b22-cc7d-${i % 40}`,
      byApp: i % 9 === 0,
      audience: 'public',
    };
  });
  const facts = factsWith(comments);
  const stored = packed(facts);
  expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(160_000);
  expect(unpacked(stored)).toEqual(facts);
});

test('a few comments, and those whose ids are no numbers, are stored as they are', () => {
  const few = factsWith([{ id: '1', at: born, by: 'abel', byApp: false, audience: 'public' }]);
  expect(packed(few)).toBe(few);
  const strange = factsWith(
    Array.from({ length: 300 }, (_, i) => ({ id: `c${i}`, at: born, by: '', byApp: false, audience: 'public' })),
  );
  expect(packed(strange)).toBe(strange);
});
