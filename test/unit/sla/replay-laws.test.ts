import type { Instant } from '@fettle/kernel/time';
import { minutes } from '@fettle/kernel/time';
import type { Segment } from '@fettle/sla/domain/clock';
import type { Facts } from '@fettle/sla/domain/facts';
import { replay } from '@fettle/sla/domain/replay';
import fc from 'fast-check';
import { calendars } from './builders';
import { definitionOf, factsOf, histories, plans } from './random-history';

const laterBy = fc.integer({ min: 0, max: 4_000 }).map(minutes);
const plus = (at: number, by: number) => (at + by) as Instant;
const upTo = (facts: Facts, now: Instant): Facts => ({
  created: facts.created,
  changes: facts.changes.filter(({ at }) => at <= now),
  comments: facts.comments.filter(({ at }) => at <= now),
});

/** All but the last segment are what they were; the last may have gone on. Only what is carried keeps its measure. */
function expectGrown(segments: readonly Segment[], grown: readonly Segment[], isCarried: boolean) {
  const shape = ({ from, kind, reasons }: Segment) => ({ from, kind, reasons });
  const measure = ({ to, goalId, elapsed }: Segment) => (isCarried ? { to, goalId, elapsed } : { to });
  const last = segments.length - 1;
  expect(grown.slice(0, segments.length).map(shape)).toEqual(segments.map(shape));
  expect(grown.slice(0, Math.max(0, last)).map(measure)).toEqual(segments.slice(0, Math.max(0, last)).map(measure));
  if (segments[last]) expect(grown[last]!.to).toBeGreaterThanOrEqual(segments[last].to);
}

describe('replay at a later instant', () => {
  it('changes no segment of the past, whatever happens in between', () => {
    const law = fc.property(plans, histories, laterBy, laterBy, (plan, history, first, second) => {
      const definition = definitionOf({ ...plan, cycles: plan.cycles === 'last' ? 'every' : plan.cycles });
      const facts = factsOf(history);
      const now = plus(facts.created.at, first);
      const after = replay(facts, definition, calendars, plus(now, second));
      for (const { number, startedAt, segments } of replay(facts, definition, calendars, now).cycles) {
        const grown = after.cycles[number - 1]!;
        expect(grown.startedAt).toBe(startedAt);
        expectGrown(segments, grown.segments, plan.goalChange === 'carry');
      }
    });
    fc.assert(law, { numRuns: 2_000, seed: 1 });
  });

  it('finds every instant where it was projected, if nothing happens in between', () => {
    const law = fc.property(plans, histories, laterBy, laterBy, (plan, history, first, second) => {
      const definition = definitionOf(plan);
      const all = factsOf(history);
      const now = plus(all.created.at, first);
      const facts = upTo(all, now);
      const before = replay(facts, definition, calendars, now);
      const after = replay(facts, definition, calendars, plus(now, second));
      expect(after).toMatchObject({ state: before.state, dueAt: before.dueAt, breachAt: before.breachAt });
      expect(after.cycles.at(-1)?.thresholds).toEqual(before.cycles.at(-1)?.thresholds);
    });
    fc.assert(law, { numRuns: 1_000, seed: 1 });
  });

  it('knows nothing of what is later still', () => {
    const law = fc.property(plans, histories, laterBy, (plan, history, first) => {
      const definition = definitionOf(plan);
      const facts = factsOf(history);
      const now = plus(facts.created.at, first);
      expect(replay(facts, definition, calendars, now)).toEqual(replay(upTo(facts, now), definition, calendars, now));
    });
    fc.assert(law, { numRuns: 500, seed: 1 });
  });
});

describe('a cycle', () => {
  it('is breached exactly when its elapsed time exceeds its target, and elapsed is the sum of its segments', () => {
    const law = fc.property(plans, histories, laterBy, (plan, history, first) => {
      const facts = factsOf(history);
      const { cycles } = replay(facts, definitionOf(plan), calendars, plus(facts.created.at, first));
      for (const { elapsed, target, breachedAt, segments } of cycles) {
        expect(breachedAt !== null).toBe(elapsed > target);
        expect(segments.reduce((sum, segment) => sum + segment.elapsed, 0)).toBe(elapsed);
      }
    });
    fc.assert(law, { numRuns: 1_000, seed: 1 });
  });
});
