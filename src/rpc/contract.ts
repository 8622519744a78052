import type * as v from 'valibot';
import type { Permission } from '../access/permissions';

/** A call the front end can make, as data: who may, on what, and the shapes in and out. */
export interface Call {
  readonly permission: Permission;
  /** The issue that a permission of an issue is asked for. */
  readonly issueOf?: (input: never) => string;
  readonly input: v.GenericSchema;
  readonly output: v.GenericSchema;
}

export type Contract = Readonly<Record<string, Call>>;

export type InputOf<C extends Call> = v.InferOutput<C['input']>;
export type OutputOf<C extends Call> = v.InferOutput<C['output']>;

/** What every call may answer instead of its value. */
export type Refusal = {
  readonly code: 'not-permitted' | 'not-understood' | 'not-set-up' | 'not-followed' | 'changed-meanwhile';
};

/** What travels back: a value, or why there is none. An outage is a rejected promise instead. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Refusal };
