import type { Duration, Instant } from '@fettle/kernel/time';
import { hours, minutes, seconds } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import { formatDuration, toTheSecond, workingDayOf } from '@fettle/sla/domain/duration-words';
import { asText, explain } from '@fettle/sla/domain/explain';
import type { Facts } from '@fettle/sla/domain/facts';
import { replay } from '@fettle/sla/domain/replay';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import fc from 'fast-check';
import { aDefinition, aGoal, berlin, calendars, firstResponse, is, namesAt, Story } from './builders';
import { definitionOf, factsOf, histories, plans } from './random-history';

const explained = (facts: Facts, definition: Definition, now: Instant) =>
  explain({ facts, definition, clock: replay(facts, definition, calendars, now), calendars, now, names: namesAt(now) });
const at = (story: Story, definition: Definition, now: string) => explained(story.facts, definition, berlin(now));

const lengths: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1_000 };

/** What a reader with a pencil adds up. */
function printed(text: string): number {
  const words = /: ([\d hms]+) of working time$/.exec(text)?.[1] ?? '';
  return lengthOf(words);
}

function lengthOf(words: string): number {
  return [...words.matchAll(/(\d+) (h|m|s)\b/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * lengths[unit!]!,
    0,
  );
}

const story = new Story('2026-11-20 15:00', { priority: 'P3' })
  .sets('2026-11-20 16:00', { status: 'Waiting' })
  .sets('2026-11-23 11:00', { status: 'Open' }, 'bob')
  .sets('2026-11-23 12:00', { priority: 'P1' }, 'bob')
  .sets('2026-11-23 13:00', { status: 'Done' })
  .sets('2026-11-24 10:00', { status: 'Open' }, 'rosa');

describe('the sentences of an explanation', () => {
  it('tell what happened, who did it, and what it counted', () => {
    expect(at(story, aDefinition(), '2026-11-24 12:00').cycles[0]?.sentences.map(({ text }) => text)).toEqual([
      'Started Fri 20 Nov 15:00 because the issue was created',
      'Ran Fri 20 Nov 15:00 – 16:00: 1 h of working time',
      'Paused Fri 20 Nov 16:00 because status became Waiting (ada), until Mon 23 Nov 11:00',
      'Ran Mon 23 Nov 11:00 – 13:00: 2 h of working time',
      'Goal P1 instead of P3 from Mon 23 Nov 12:00 because priority became P1 (bob); the cycle is measured again from its start',
      'Closed Mon 23 Nov 13:00 – Tue 24 Nov 10:00 because status became Done (ada), reopened because status became Open (rosa); not counted',
      'Ran Tue 24 Nov 10:00 – 12:00: 2 h of working time',
      'Breached Tue 24 Nov 11:00',
    ]);
  });

  it('say when a gap counts, what a new goal sets aside, and what was cancelled', () => {
    const counted = at(story, aDefinition({ countGap: true }), '2026-11-24 12:00').cycles[0]?.sentences;
    expect(counted?.map(({ text }) => text)).toContain(
      'Closed Mon 23 Nov 13:00 – Tue 24 Nov 10:00 because status became Done (ada), reopened because status became Open (rosa); counted: 21 h of working time',
    );
    const restarted = at(story, aDefinition({ goalChangePolicy: 'restart' }), '2026-11-24 12:00').cycles[0]?.sentences;
    expect(restarted?.map(({ text }) => text)).toContain(
      'Ran Fri 20 Nov 15:00 – 16:00, set aside when the goal changed',
    );
    const cancelled = at(story, aDefinition({ cancel: [is('status', 'Waiting')] }), '2026-11-20 17:00').cycles[0]
      ?.sentences;
    expect(cancelled?.at(-1)?.text).toBe('Cancelled Fri 20 Nov 16:00 because status became Waiting (ada)');
  });

  it('name who said what stopped the clock', () => {
    const answered = new Story('2026-11-23 10:00').says('2026-11-23 11:00', 'bob');
    const { cycles } = at(answered, firstResponse(), '2026-11-23 12:00');
    expect(cycles[0]?.sentences.at(-1)?.text).toBe('Stopped Mon 23 Nov 11:00 because bob commented');
  });

  it('add up, as printed in whole seconds, to the figure of every cycle', () => {
    const milliseconds = fc.integer({ min: 0, max: 240_000_000 });
    const law = fc.property(plans, histories, milliseconds, (plan, history, later) => {
      const facts = factsOf(history);
      const now = (facts.created.at + later) as Instant;
      const definition = definitionOf(plan);
      const clock = replay(facts, definition, calendars, now);
      const explanation = explained(facts, definition, now);
      explanation.cycles.forEach(({ elapsed, sentences }, i) => {
        const exact = clock.cycles[i]?.elapsed ?? 0;
        expect(elapsed).toBe(Math.floor(exact / 1_000) * 1_000);
        expect(lengthOf(toTheSecond(elapsed))).toBe(elapsed);
        expect(sentences.reduce((sum, sentence) => sum + sentence.elapsed, 0)).toBe(elapsed);
        expect(sentences.reduce((sum, { text }) => sum + printed(text), 0)).toBe(elapsed);
      });
      expect(asText(explanation)).not.toMatch(/\d ms\b/);
    });
    fc.assert(law, { numRuns: 1_000, seed: 1 });
  });
});

describe('an explanation', () => {
  it('names definition and version, goal and the others that match, and calendar', () => {
    const found = at(story, aDefinition({ version: 3 }), '2026-11-20 15:30');
    expect(found.definition).toBe('Time to resolution, version 3');
    expect(found.cycles[0]).toMatchObject({
      goal: 'P3',
      alsoMatching: ['rest'],
      calendar: 'business',
      target: hours(16),
    });
  });

  it('marks what happened and who did it', () => {
    expect(at(story, aDefinition(), '2026-11-20 17:00').marks).toEqual([
      { at: berlin('2026-11-20 15:00'), kind: 'created', text: 'created', who: 'rosa' },
      { at: berlin('2026-11-20 16:00'), kind: 'change', text: 'status became Waiting', who: 'ada' },
    ]);
  });

  it('can be copied as text', () => {
    expect(asText(at(story, aDefinition(), '2026-11-20 16:30')).split('\n')).toEqual([
      'Time to resolution, version 1: paused since Fri 20 Nov 16:00 because status is Waiting (1 working day 7 h of working time left; due Tue 24 Nov 15:30 if resumed now)',
      '',
      'Cycle 1: 1 h of 16 h',
      'Goal P3, 16 h by business',
      'Would also have matched: rest',
      '- Started Fri 20 Nov 15:00 because the issue was created',
      '- Ran Fri 20 Nov 15:00 – 16:00: 1 h of working time',
      '- Paused Fri 20 Nov 16:00 because status became Waiting (ada)',
    ]);
  });
});

describe('the summary of a clock', () => {
  const plain = aDefinition({ goals: [aGoal('rest', 4)] });
  const running = new Story('2026-11-20 15:00');
  const waits = (now: string) => new Story('2026-11-20 15:00').sets(now, { status: 'Waiting' });
  const done = (now: string) => new Story('2026-11-20 15:00').sets(now, { status: 'Done' });

  it.each([
    ['running', running, '2026-11-20 15:46', 'due Mon 23 Nov 11:00 (in 3 h 14 m of working time)'],
    ['breached', running, '2026-11-23 13:30', 'breached Mon 23 Nov 11:00 (2 h 30 m of working time over)'],
    [
      'breached and paused',
      waits('2026-11-23 12:00'),
      '2026-11-23 13:30',
      'breached Mon 23 Nov 11:00 (1 h of working time over), paused since Mon 23 Nov 12:00 because status is Waiting',
    ],
    ['met', done('2026-11-23 10:00'), '2026-11-24 10:00', 'met Mon 23 Nov 10:00 (1 h of working time to spare)'],
    [
      'done too late',
      done('2026-11-23 12:00'),
      '2026-11-24 10:00',
      'breached Mon 23 Nov 11:00, stopped Mon 23 Nov 12:00 (1 h of working time over)',
    ],
    ['not started', running, '2026-11-20 14:00', 'not started'],
  ])('%s', (_, history, now, summary) => {
    expect(at(history, plain, now).summary).toBe(summary);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [seconds(59), '59 s'],
    [minutes(134) + 59_999, '2 h 14 m'],
    [hours(2), '2 h'],
    [hours(8), '1 working day'],
    [hours(19) + 60_000, '2 working days 3 h 1 m'],
    [-hours(1), '−1 h'],
  ])('of %d ms are read as %s', (duration, words) => {
    expect(formatDuration(duration as Duration, hours(8))).toBe(words);
  });

  it('are counted in days where the calendar is always open', () => {
    expect(formatDuration(hours(50))).toBe('2 days 2 h');
  });

  it('are printed exactly where they are added up', () => {
    expect(toTheSecond((hours(26) + 65_001) as Duration)).toBe('26 h 1 m 05 s');
    expect(toTheSecond((hours(26) + 5_999) as Duration)).toBe('26 h 05 s');
    expect(toTheSecond(seconds(5))).toBe('5 s');
    expect(toTheSecond(hours(0))).toBe('0 s');
  });

  it.each([
    ['business', 8],
    ['lunch', 7],
    ['night', 8],
    ['always', 24],
  ])('of a working day by %s are %d h', (calendarId, length) => {
    expect(workingDayOf(calendars(calendarId), berlin('2026-11-20 12:00'))).toBe(hours(length));
  });
});

describe('instants', () => {
  it('are read in the zone of the viewer, with the year when it is another', () => {
    const { when, span } = viewerTime('America/New_York', berlin('2026-11-20 12:00'));
    expect(when(berlin('2026-11-23 09:30'))).toBe('Mon 23 Nov 03:30');
    expect(when(berlin('2027-01-04 09:30'))).toBe('Mon 4 Jan 2027 03:30');
    expect(span(berlin('2026-11-20 12:00'), berlin('2026-11-23 09:30'))).toBe('Fri 20 Nov 06:00 – Mon 23 Nov 03:30');
  });
});
