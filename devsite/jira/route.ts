import type { Ask } from '../simulators/simulator';
import type { Caller } from './jira';
import type { Json } from './json';
import type { Points } from './points';
import type { Query } from './query';
import type { World } from './world';

/**
 * What a query parameter may be. What is outside is not simulated: 501. `oneOf` holds every handled value,
 * `listOf` every handled member of a comma-separated list; both compare as written.
 */
export type Parameter =
  | 'text'
  | 'integer'
  | 'boolean'
  | 'list'
  | { readonly oneOf: readonly string[] }
  | { readonly listOf: readonly string[] };

/** What a value of a body has to be, null aside; what is `any` the route looks at itself. */
export type BodyValue = 'any' | 'text' | 'texts' | 'integer' | 'number' | 'boolean' | 'object';

/** The fields of a body that are handled; for a list, those of each member. What is outside: 501; of a wrong type: 400. */
export type BodyShape = BodyValue | { readonly [field: string]: BodyShape };

/** One operation of Jira's REST API, as data. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As Jira's description writes it: `/rest/api/3/issue/{issueIdOrKey}`. */
  readonly path: string;
  readonly operationId: string;
  /** Classic scopes, all of which an app must have declared. */
  readonly scopes: readonly string[];
  readonly query?: Readonly<Record<string, Parameter>>;
  /** Absent: a body is not simulated. */
  readonly body?: BodyShape;
  /** Who may call it, in words. */
  readonly permission: string;
  readonly points: Points;
  readonly answer: (call: Call) => RouteAnswer;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of `body`: what is no JSON. */
  readonly bytes?: Uint8Array;
}

/** A call that has passed the checks of its route. A route refuses by throwing `Refusal` or `NotSimulated`. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  readonly ask: Ask;
  readonly route: Route;
  /** The path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  /** Parsed; undefined when there was none. */
  readonly body: Json;
}
