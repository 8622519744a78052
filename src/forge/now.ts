import type { Instant } from '../kernel/time';

/** The one place that asks what time it is. */
export const now = (): Instant => Date.now() as Instant;
