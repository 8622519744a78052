import type { Route } from './route';

/** Every operation that is simulated. Each `routes-….ts` exports its own list under its own name. */
export const jiraRoutes: readonly Route[] = [];
