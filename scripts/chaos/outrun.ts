import type { FinalState } from './final-state';
import { mapped } from './pieces';

/** A clock of an issue, by the slot that JQL knows it by. */
export interface ListedClock {
  readonly issueKey: string;
  readonly slot: string;
}

/**
 * Clocks that ended before the app had set the priority that impact and urgency asked for in one of the runs, and after it
 * in the other: the history that Jira keeps of the two is not the same, and by another priority a clock has another goal.
 */
export function outrunClocks(expected: FinalState, found: FinalState): readonly ListedClock[] {
  return Object.entries(expected.timing).flatMap(([issueKey, one]) => {
    const other = found.timing[issueKey];
    const slots = other ? Object.keys(one.ends).filter((slot) => isOutrun(slot, one, other)) : [];
    return slots.map((slot) => ({ issueKey, slot }));
  });
}

type Timing = FinalState['timing'][string];

function isOutrun(slot: string, one: Timing, other: Timing): boolean {
  const [end, sameEnd] = [one.ends[slot], other.ends[slot]];
  return typeof end === 'number' && end === sameEnd && editsUntil(end, one) !== editsUntil(end, other);
}

const editsUntil = (end: number, { ownPriorities }: Timing): number => ownPriorities.filter((at) => at <= end).length;

/** The state without how these clocks ended: that they did, and in which cycle, is still compared. */
export function withoutEnds(state: FinalState, clocks: readonly ListedClock[]): FinalState {
  if (clocks.length === 0) return state;
  const isListed = (issueKey: string, slot: string) =>
    clocks.some((clock) => clock.issueKey === issueKey && clock.slot === slot);
  const ended = (issueKey: string, slots: Slots): Slots =>
    mapped(slots, (slot, { state: stands, cycle, ...rest }) =>
      isListed(issueKey, slot) ? { state: stands, cycle } : { state: stands, cycle, ...rest },
    );
  return {
    ...state,
    properties: mapped(state.properties, (issueKey, properties) =>
      mapped(properties as Properties, (_key, value) =>
        value.slots ? { ...value, slots: ended(issueKey, value.slots) } : value,
      ),
    ),
    clocks: mapped(state.clocks, (issueKey, clock) => ({
      ...clock,
      published: { ...clock.published, slots: ended(issueKey, clock.published.slots as unknown as Slots) as never },
    })),
  };
}

type Slots = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Properties = Readonly<Record<string, { readonly slots?: Slots }>>;
