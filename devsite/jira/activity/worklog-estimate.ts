import { secondsIn } from '../fields/duration';
import { type Refusal, refuseField } from '../refusal';
import type { Call } from '../route';
import type { IssueRow } from '../schema';

/** What becomes of the remaining estimate: seconds by which work falls off it, or on it where negative. */
export function remainingAfter(call: Call, { remaining_estimate }: IssueRow, done: number): number | null {
  const { query } = call;
  const before = remaining_estimate ?? 0;
  const ways: Readonly<Record<string, () => number | null>> = {
    leave: () => remaining_estimate,
    new: () => given(call, 'newEstimate'),
    manual: () => Math.max(0, done < 0 ? before + given(call, 'increaseBy') : before - given(call, 'reduceBy')),
    auto: () => Math.max(0, before - done),
  };
  return ways[query.text('adjustEstimate') ?? 'auto']?.() ?? remaining_estimate;
}

function given({ query }: Call, name: string): number {
  const text = query.text(name);
  const seconds = text === undefined ? undefined : secondsIn(text);
  if (seconds === undefined) throw noEstimate(name);
  return Math.round(seconds);
}

const noEstimate = (name: string): Refusal =>
  refuseField(name, `You must supply a valid ${name}, such as 1d 4h, for this adjustEstimate.`);
