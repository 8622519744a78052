import type { Invocation } from '../runners/runner';
import type { Answer, Ask } from '../simulators/simulator';
import type { Charge } from './bill';

/** A call that a function made of the platform, with what it cost. */
export interface LoggedCall {
  /** As the bill names it; else its method and path. */
  readonly call: string;
  readonly status: number;
  readonly points: number;
  readonly kvsReadUnits: number;
  readonly kvsWriteUnits: number;
  readonly events: number;
}

/** Remembers what each invocation under way calls. */
export interface CallLog {
  /** Carries a call out; what is charged meanwhile is its cost. */
  during(invocation: Pick<Invocation, 'id'>, ask: Ask, work: () => Answer): Answer;
  /** Hears a charge. */
  charged(charge: Charge): void;
  /** What an invocation called, in order; forgotten by the asking. */
  taken(invocationId: string): readonly LoggedCall[];
}

/** Of one invocation; what comes after is not kept. */
const MOST_CALLS = 500;

const silent: CallLog = {
  during: (_invocation, _ask, work) => work(),
  charged: () => undefined,
  taken: () => [],
};

/** `on: false` keeps nothing and costs nothing. */
export function openCallLog({ on }: { readonly on: boolean }): CallLog {
  return on ? openLog() : silent;
}

function openLog(): CallLog {
  const logs = new Map<string, LoggedCall[]>();
  let charges: Charge[] | undefined;

  return {
    during({ id }, ask, work) {
      const meanwhile: Charge[] = [];
      charges = meanwhile;
      try {
        const answer = work();
        const calls = logs.get(id) ?? [];
        logs.set(id, calls);
        if (calls.length < MOST_CALLS) calls.push(logged(ask, answer, meanwhile));
        return answer;
      } finally {
        charges = undefined;
      }
    },
    charged: (charge) => void charges?.push(charge),
    taken(id) {
      const calls = logs.get(id) ?? [];
      logs.delete(id);
      return calls;
    },
  };
}

const sum = (charges: readonly Charge[], of: keyof Omit<Charge, 'functionKey' | 'cause' | 'call'>): number =>
  charges.reduce((total, charge) => total + (charge[of] ?? 0), 0);

const logged = ({ method, path }: Ask, { status }: Answer, charges: readonly Charge[]): LoggedCall => ({
  call: charges[0]?.call ?? `${method} ${path.replace(/\?.*/, '')}`,
  status,
  points: sum(charges, 'points'),
  kvsReadUnits: sum(charges, 'kvsReadUnits'),
  kvsWriteUnits: sum(charges, 'kvsWriteUnits'),
  events: sum(charges, 'events'),
});
