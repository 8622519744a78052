import type { calendarContract } from '@fettle/calendar/contract';
import type { healthContract } from '@fettle/health/contract';
import type { incidentContract, intakeContract, matrixContract, overrideContract } from '@fettle/incident/contract';
import type { InputOf, OutputOf, Reply } from '@fettle/rpc/contract';
import type { setUpContract } from '@fettle/set-up/contract';
import type { definitionContract, serviceLevelContract } from '@fettle/sla/contract';
import { invoke } from '@forge/bridge';

/** Every call there is; which of them a page may make follows from its module's resolver. */
type AppContract = typeof serviceLevelContract &
  typeof incidentContract &
  typeof matrixContract &
  typeof overrideContract &
  typeof setUpContract &
  typeof calendarContract &
  typeof definitionContract &
  typeof healthContract &
  typeof intakeContract;

export type CallName = keyof AppContract;
export type Input<Name extends CallName> = InputOf<AppContract[Name]>;
export type Output<Name extends CallName> = OutputOf<AppContract[Name]>;

/** Calls the app. A refusal is an answer; an outage is a rejection. */
export const ask = <Name extends CallName>(name: Name, input: Input<Name>): Promise<Reply<Output<Name>>> =>
  invoke<Reply<Output<Name>>>(name, input) as Promise<Reply<Output<Name>>>;
