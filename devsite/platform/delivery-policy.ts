/** How late product events reach the app where nothing goes wrong. All chance comes from `seed`. */
export interface DeliveryPolicy {
  readonly seed: number;
  /** Latency is drawn evenly from this range of milliseconds. */
  readonly latency: readonly [least: number, most: number];
  /** Whether each event has a latency of its own, or all of an issue's have the same and so keep their order. */
  readonly latencyPer: 'event' | 'issue';
}
