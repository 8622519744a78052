import type * as v from 'valibot';
import type { Permission } from '../access/permissions';

/** A call the front end can make, as data: who may, on what, and the shapes in and out. */
export interface Call {
  readonly permission: Permission;
  /** The issue that a permission of an issue is asked for. */
  readonly issueOf?: (input: never) => string;
  /** Whether it changes anything: without a licence the app only reads. */
  readonly writes?: true;
  /** Whether it is answered, without naming an issue, while Jira takes no call and cannot be asked who may. */
  readonly whileShut?: true;
  readonly input: v.GenericSchema;
  readonly output: v.GenericSchema;
}

export type Contract = Readonly<Record<string, Call>>;

export type InputOf<C extends Call> = v.InferOutput<C['input']>;
export type OutputOf<C extends Call> = v.InferOutput<C['output']>;

/** One thing wrong with what a person gave: where, and by which rule; `with` names what it clashes with. */
export interface Problem {
  /** `goals[2].jql`, `week.3[1].from`; empty for the whole. */
  readonly place: string;
  readonly code: string;
  readonly with?: string;
}

/** What every call may answer instead of its value. */
export type Refusal =
  | {
      readonly code:
        | 'not-permitted'
        /** Some project would do, and the person may browse none. */
        | 'no-project'
        | 'not-understood'
        | 'not-licensed'
        | 'not-set-up'
        | 'not-followed'
        | 'changed-meanwhile'
        | 'jira-refused'
        | 'jira-shut'
        /** What the app keeps of it cannot be read: it is set aside, and Health tells of it. */
        | 'unreadable'
        /** More has happened to the issue than one record takes: it is let go, and Health tells of it. */
        | 'too-much-history';
    }
  | { readonly code: 'unfit'; readonly problems: readonly Problem[] };

/** What travels back: a value, or why there is none. An outage is a rejected promise instead. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Refusal };
