/** What can go wrong with a call that a function makes of Jira, the storage or the queues. */
const ofCalls = {
  throttled: 'refused with 429, and so is every further call there until its `Retry-After` is over',
  failed: 'answered with 5xx before it was carried out',
  'failed-after': 'a write that is carried out and answered with 5xx',
  'timed-out': 'the function hangs until its limit, the call carried out or not',
  'killed-before': 'the function dies before the call is carried out',
  'killed-after': 'the function dies once it is carried out',
  raced: 'another function runs to its end before the call is carried out: at the same issue, or a schedule',
} as const;

/** What can go wrong with an event of a product on its way to a trigger. */
const ofEvents = {
  doubled: 'delivered twice',
  delayed: 'delivered later than the three minutes that the platform allows itself, by up to an hour',
  reordered: 'all events of an issue are delivered in any order within an hour',
  dropped: 'never delivered',
} as const;

/** What can go wrong with an event of a queue. */
const ofQueues = {
  'async-doubled': 'carried out a second time',
  'async-reordered': 'of those due at once, carried out in any order',
} as const;

/** What can go wrong with a query of the storage or a search of Jira. */
const ofQueries = {
  lagging: 'for some minutes queries and searches see what was, longer ago than they do otherwise',
} as const;

/** Every fault that the site can play, by what it goes wrong with; each says what it is. */
export const faultKinds = { ofCalls, ofEvents, ofQueues, ofQueries };

export type CallFault = keyof typeof ofCalls;
export type EventFault = keyof typeof ofEvents;
export type QueueFault = keyof typeof ofQueues;
export type FaultKind = CallFault | EventFault | QueueFault | keyof typeof ofQueries;

export const callFaults = Object.keys(ofCalls) as readonly CallFault[];

export const allFaults = Object.values(faultKinds).flatMap(Object.keys) as readonly FaultKind[];
