import type { Instant } from '@fettle/kernel/time';
import { minutes } from '@fettle/kernel/time';
import type { Facts } from '@fettle/sla/domain/facts';
import { fromHistory, joins, learn, type News } from '@fettle/sla/domain/facts-merge';
import { replay } from '@fettle/sla/domain/replay';
import { latestValues } from '@fettle/sla/domain/values';
import fc from 'fast-check';
import { berlin, calendars, Story } from './builders';
import { definitionOf, factsOf, histories, plans } from './random-history';

const told = () =>
  new Story('2026-11-23 10:00', { status: 'Open' })
    .sets('2026-11-23 11:00', { status: 'Waiting' })
    .sets('2026-11-23 12:00', { status: 'Open' })
    .says('2026-11-23 12:30');

const without = (facts: Facts, ...places: number[]): Facts => ({
  ...facts,
  changes: facts.changes.filter((_, i) => !places.includes(i)),
});

const newsOf = ({ changes, comments }: Facts): News[] => [
  ...changes.map((change) => ({ change })),
  ...comments.map((comment) => ({ comment })),
];

describe('learning a change', () => {
  const { facts } = told();
  const [waiting, open] = facts.changes;

  it('puts it in its place', () => {
    expect(learn(without(facts, 1), { change: open! })).toEqual({ facts, gap: false });
    expect(learn(without(facts, 0), { change: waiting! })).toEqual({ facts, gap: false });
  });

  it('at the instant of an answer of Jira makes the answer a part of it', () => {
    const answer = { at: waiting!.at, by: null, items: [{ field: 'jql:1', from: null, to: 'yes' }] };
    const answered = { ...facts, changes: [answer, open!] };
    const whole = { ...waiting!, items: [...waiting!.items, ...answer.items] };
    expect(learn(answered, { change: waiting! })).toEqual({ facts: { ...facts, changes: [whole, open!] }, gap: false });
    expect(learn(facts, { change: answer }).facts.changes).toEqual([whole, open!]);
    const once = learn(answered, { change: waiting! }).facts;
    expect(learn(once, { change: waiting! }).facts).toBe(once);
    expect(learn(once, { change: answer }).facts).toBe(once);
  });

  it('at the instant of an answer of Jira that it does not follow from reports a gap', () => {
    const answer = { at: waiting!.at, by: null, items: [{ field: 'jql:1', from: null, to: 'yes' }] };
    const odd = { ...waiting!, items: [{ field: 'status', from: 'Hold', to: 'Waiting' }] };
    expect(learn({ ...facts, changes: [answer, open!] }, { change: odd }).gap).toBe(true);
  });

  it('twice changes nothing', () => {
    expect(learn(facts, { change: open! }).facts).toBe(facts);
  });

  it('whose before-value is not the known one reports a gap', () => {
    expect(learn(without(facts, 0, 1), { change: open! }).gap).toBe(true);
  });

  it('which the next change does not follow from reports a gap', () => {
    const odd = { ...waiting!, items: [{ field: 'status', from: 'Open', to: 'Hold' }] };
    expect(learn(without(facts, 0), { change: odd }).gap).toBe(true);
  });

  it('of a field that is not tracked reports none', () => {
    const change = { at: berlin('2026-11-23 13:00'), by: null, items: [{ field: 'rank', from: '3', to: '4' }] };
    expect(learn(facts, { change }).gap).toBe(false);
  });

  it('in the middle that another change proves missing is seen in the whole', () => {
    const late = learn(without(facts, 0, 1), { change: open! }).facts;
    expect(joins(late)).toBe(false);
    const healed = learn(late, { change: waiting! });
    expect(healed).toEqual({ facts, gap: false });
    expect(joins(healed.facts)).toBe(true);
  });
});

describe('learning a comment', () => {
  const { facts } = told();
  const [comment] = facts.comments;

  it('puts it in its place', () => {
    const earlier = { ...comment!, id: '0', at: berlin('2026-11-23 10:30') };
    expect(learn(facts, { comment: earlier }).facts.comments.map(({ id }) => id)).toEqual(['0', '1']);
  });

  it('again when it is edited keeps its first instant', () => {
    const edited = { ...comment!, at: berlin('2026-11-23 14:00') };
    expect(learn(facts, { comment: edited }).facts).toBe(facts);
    const editFirst = learn({ ...facts, comments: [] }, { comment: edited }).facts;
    expect(learn(editFirst, { comment: comment! }).facts).toEqual(facts);
  });
});

describe('facts from a history', () => {
  it('begin with the values found by walking back from the present ones', () => {
    const { facts } = told();
    const present = { created: facts.created.at, creator: 'rosa', values: latestValues(facts) };
    const shuffled = [...facts.changes].reverse();
    expect(fromHistory(present, [...shuffled, ...shuffled], facts.comments)).toEqual(facts);
  });
});

describe('facts learned in any order', () => {
  it('are the same facts, without a gap, and give the same clock', () => {
    const orders = histories.chain((history) => {
      const facts = factsOf(history);
      const news = newsOf(facts);
      return fc.record({ facts: fc.constant(facts), news: fc.shuffledSubarray(news, { minLength: news.length }) });
    });
    const law = fc.property(plans, orders, (plan, { facts, news }) => {
      const born: Facts = { ...facts, changes: [], comments: [] };
      const learned = [...news, ...news].reduce((known, piece) => learn(known, piece).facts, born);
      const now = (facts.created.at + minutes(5_000)) as Instant;
      expect(joins(learned)).toBe(true);
      expect(learned.changes).toEqual(facts.changes);
      const clock = replay(learned, definitionOf(plan), calendars, now);
      expect(clock).toEqual(replay(facts, definitionOf(plan), calendars, now));
    });
    fc.assert(law, { numRuns: 500, seed: 1 });
  });
});
