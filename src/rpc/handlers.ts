import type { Records } from '../kernel/records';
import type { Instant } from '../kernel/time';
import type { Contract, InputOf, OutputOf, Reply } from './contract';

/** What a use case of a call is given beside its input. */
export interface World {
  readonly records: Records;
  readonly now: () => Instant;
  readonly accountId: string;
  /** Jira could not be asked who may: nothing is named that has rights of its own. */
  readonly isShut?: true;
}

/** A use case for every call of a contract. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (input: InputOf<C[Name]>, world: World) => Promise<Reply<OutputOf<C[Name]>>>;
};
