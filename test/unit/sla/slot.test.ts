import { replay } from '@fettle/sla/domain/replay';
import { type Slot, sameSlots, slotOf } from '@fettle/sla/domain/slot';
import { aDefinition, berlin, calendars, Story } from './builders';

const slotAt = (story: Story, now: string) => slotOf(replay(story.facts, aDefinition(), calendars, berlin(now)));
const story = new Story('2026-11-23 10:00').sets('2026-11-23 12:00', { status: 'Waiting' });

const same = (one: string, other: string) => sameSlots({ 1: slotAt(story, one) }, { 1: slotAt(story, other) });

describe('the slot of a clock', () => {
  it('holds the due instant as text while the clock runs', () => {
    expect(slotAt(story, '2026-11-23 11:00')).toEqual({
      state: 'running',
      result: 'open',
      due: '2026-11-24T09:00:00.000Z',
      everBreached: 'no',
      cycle: 1,
    });
  });

  it('holds none while it is paused', () => {
    expect(slotAt(story, '2026-11-23 13:00')).toEqual({
      state: 'paused',
      result: 'open',
      everBreached: 'no',
      cycle: 1,
    });
  });

  it('stays the same while nothing changes that JQL must see', () => {
    expect(same('2026-11-23 10:30', '2026-11-23 11:30')).toBe(true);
    expect(same('2026-11-23 11:30', '2026-11-23 12:30')).toBe(false);
  });

  it('is not the same as one that is lacking, on either side', () => {
    const slots = { 1: slotAt(story, '2026-11-23 10:30') };
    expect([sameSlots(slots, {}), sameSlots({}, slots), sameSlots({}, {})]).toEqual([false, false, true]);
    expect(sameSlots(slots, { ...slots, 2: slots[1] as Slot })).toBe(false);
  });
});
