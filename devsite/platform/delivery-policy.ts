/** How product events reach the app. All chance comes from `seed`. */
export interface DeliveryPolicy {
  readonly seed: number;
  /** Latency is drawn evenly from this range of milliseconds. */
  readonly latency: readonly [least: number, most: number];
  /** Whether each event has a latency of its own, or all of an issue's have the same and so keep their order. */
  readonly latencyPer: 'event' | 'issue';
  /** Share of events delivered twice. */
  readonly doubled: number;
  /** Share of events never delivered. */
  readonly dropped: number;
  /** Share of issues whose events are delivered in any order within an hour. */
  readonly permutedIssues: number;
}
