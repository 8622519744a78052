import type { Instant } from '@fettle/kernel/time';
import type { Change, Comment, Facts } from '@fettle/sla/domain/facts';
import { packed, unpacked } from '@fettle/sla/domain/packed-facts';
import fc from 'fast-check';

const born = Date.parse('2026-11-20T07:00:00Z') as Instant;
const minute = 60_000;

const factsWith = (changes: readonly Change[], comments: readonly Comment[] = []): Facts => ({
  created: { at: born, by: 'carl', values: { status: '1' } },
  changes,
  comments,
});

const value = fc.constantFrom(null, '', '1', '10001', 'carl', '"x,y z.;\u202e');

const aChange: fc.Arbitrary<Change> = fc.record({
  at: fc.integer({ min: born, max: born + 2_000_000 * minute }).map((at) => at as Instant),
  by: fc.constantFrom(null, '', 'carl', '712020:5b10ac8d-82e0-5b22-cc7d-4ef5aa1b2c3d', '"x,y z\u202e'),
  items: fc.array(
    fc.record({
      field: fc.constantFrom('status', 'customfield_10020', 'jql:0a1b', '__proto__'),
      from: value,
      to: value,
    }),
    { maxLength: 4 },
  ),
});

test('many changes are stored and read back as they were', () => {
  fc.assert(
    fc.property(fc.array(aChange, { minLength: 200, maxLength: 240 }), (changes) => {
      const facts = factsWith(changes);
      expect(unpacked(JSON.parse(JSON.stringify(packed(facts))))).toEqual(facts);
    }),
    { numRuns: 50 },
  );
});

test('a few changes are stored as they are', () => {
  const change: Change = { at: born, by: 'abel', items: [{ field: 'status', from: '1', to: '2' }] };
  const few = factsWith(Array.from({ length: 199 }, () => change));
  expect(packed(few)).toBe(few);
});

test('seven thousand changes beside five thousand comments fit into a value of the store', () => {
  const changes = Array.from(
    { length: 7_000 },
    (_, i): Change => ({
      at: (born + i * 7 * minute + ((i * 7_919) % 1_000)) as Instant,
      by: i % 3 ? `712020:5b10ac8d-82e0-5b22-cc7d-${i % 40}` : null,
      items: [{ field: 'customfield_10020', from: `1${i % 2}`, to: `1${(i + 1) % 2}` }],
    }),
  );
  const comments = Array.from(
    { length: 5_000 },
    (_, i): Comment => ({
      id: String(1_000_000 + i * 37),
      at: (born + i * 60 * minute) as Instant,
      by: `712020:5b10ac8d-82e0-5b22-cc7d-${i % 40}`,
      byApp: false,
      audience: 'public',
    }),
  );
  const facts = factsWith(changes, comments);
  const stored = packed(facts);
  expect(Buffer.byteLength(JSON.stringify(stored))).toBeLessThan(220_000);
  expect(unpacked(stored)).toEqual(facts);
});
