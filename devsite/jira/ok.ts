import type { Json } from './json';
import type { Call, RouteAnswer } from './route';

/** A route that answers 200 with what it reads. */
export const ok =
  (read: (call: Call) => Json) =>
  (call: Call): RouteAnswer => ({ status: 200, body: read(call) });
