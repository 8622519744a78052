import type { InputOf, OutputOf, Reply } from '@fettle/rpc/contract';
import type { serviceLevelContract } from '@fettle/sla/contract';
import { invoke } from '@forge/bridge';

type AppContract = typeof serviceLevelContract;

export type CallName = keyof AppContract;
export type Input<Name extends CallName> = InputOf<AppContract[Name]>;
export type Output<Name extends CallName> = OutputOf<AppContract[Name]>;

/** Calls the app. A refusal is an answer; an outage is a rejection. */
export const ask = <Name extends CallName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>> =>
  invoke<Reply<Output<Name>>>(name, input) as Promise<Reply<Output<Name>>>;
