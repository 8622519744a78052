import { phrase } from '@fettle/kernel/names';

/** A map, since a person may name a level as every object has a property. */
const levelNames: ReadonlyMap<string, string> = new Map([
  ['at-risk', 'at risk'],
  ['breached', 'breached'],
]);

/** Everything the panel says beside the explanation of a clock, which the rules tell themselves. */
export const texts = {
  panel: 'Service levels',
  loading: 'The service levels are on their way',
  of: (elapsed: string, target: string) => `${elapsed} of ${target}`,
  used: (elapsed: string, target: string, percent: number) => `${elapsed} of ${target} used, ${percent} %`,
  mark: (level: string, percent: number) => phrase`${level} from ${percent} %`,
  kept: (calendar: string, zone: string) => phrase`${calendar}, kept in ${zone}`,
  became: (clock: string, state: string) => phrase`${clock}: ${state}`,

  definition: 'Definition',
  goal: 'Goal',
  noGoal: 'None matches',
  matched: (goal: string, jql: string) => phrase`${goal}, since ${jql}`,
  goalOf: (name: string, target: string) => phrase`${name}: ${target}`,
  alsoMatching: 'Would also match',
  noOther: 'No other goal',
  calendar: 'Calendar',
  dueIn: (zone: string) => `Due in ${zone}`,
  cycle: (number: number) => `Cycle ${number}`,
  together: (elapsed: string, target: string) => `Together ${elapsed} of ${target}`,

  timeline: (from: string, to: string) => `From ${from} to ${to}`,
  openHours: 'open hours',
  now: 'Now',
  due: 'Due',
  dueIfResumed: 'Due if resumed now',
  wasDue: 'Was due',
  stopped: 'Stopped',
  cancelled: 'Cancelled',
  paused: (reason: string) => phrase`Paused: ${reason}`,
  closedGap: 'Closed, does not count',
  event: (when: string, text: string, who: string) => phrase`${when}: ${text} (${who})`,
  severalEvents: (count: number, events: string) => `${count} events: ${events}`,
  eventsOnAxis: 'What happened; the arrow keys go from one to the next',

  someone: 'someone',
  nobodyKnown: 'unknown',
  anotherValue: 'another value',
  unknownField: 'a field',

  keptOut: (when: string) => `Fettle is kept out of this project since ${when}`,
  lastKnown:
    'Jira does not show its issues to the app, most likely by an app access rule. The clocks are shown as last known and are brought up to date by themselves once it does.',

  doubtfulTitle: 'A mail may not have gone out',
  doubtful: (to: string, clock: string, level: string, when: string) =>
    phrase`The mail to ${to} that ${clock} is ${level} was being sent ${when} when the app was interrupted. It is not sent again, so that nobody gets it twice; tell them yourself if it matters.`,
  notSent: 'Not sent',
  mailTo: (to: string) => `The mail to ${to}`,
  acts: { comment: 'The comment', priority: 'The new priority', assign: 'The new assignee' },
  notSentOf: (what: string, level: string, when: string, why: string) => phrase`${what}, ${level}, ${when}: ${why}.`,
  notSentWhy: {
    overtaken: 'by then something worse had come about',
    old: 'it was more than a day late',
    nobody: 'there was nobody to send it to',
    refused: 'Jira refused it',
  },
  recipients: { assignee: 'the assignee', lead: 'the lead', reporter: 'the reporter' },
  level: (name: string) => levelNames.get(name) ?? name,
} as const;
