import { type Finding, mostCounted } from '@fettle/health/domain/verdict';
import { keptOutTexts } from '../../jira/kept-out-texts';

const number = (value: number): string => value.toLocaleString('en-GB');
const incidents = (count: number): string => `${number(count)} ${count === 1 ? 'incident' : 'incidents'}`;
const kib = (bytes: number): string => number(Math.ceil(bytes / 1_024));

const repairLate = (last: string | undefined): string =>
  last === undefined ? 'The hourly repair has never run to its end.' : `The hourly repair last ran to its end ${last}.`;

const unreadable = (count: number): string =>
  `${count === 1 ? 'A record' : `${number(count)} records`} of Fettle’s cannot be read; “Set aside” tells which, and what to do.`;

/** A finding in a sentence; `long`: a duration in words, `when`: an instant in words. */
function told(finding: Finding, long: (milliseconds: number) => string, when: (at: number) => string): string {
  switch (finding.code) {
    case 'not-set-up':
      return 'Fettle is not set up yet, so nothing runs.';
    case 'timers-on-time':
      return 'Timers are on time.';
    case 'timers-late':
      return `Timers are late by ${long(finding.by)}${
        finding.overdue ? `: ${incidents(finding.overdue)} ${finding.overdue === 1 ? 'waits' : 'wait'}` : ''
      }.`;
    case 'repair-on-time':
      return 'The hourly repair is on time.';
    case 'repair-late':
      return repairLate(finding.last === undefined ? undefined : when(finding.last));
    case 'unreadable':
      return unreadable(finding.count);
    case 'points-low':
      if (finding.left === 0)
        return 'Jira’s points of this hour are spent: it takes no call of Fettle’s until the next full hour, and what falls due meanwhile is told then.';
      return `Jira’s points of this hour are nearly spent: ${number(finding.left)} of ${number(finding.limit)} are left, and Fettle goes slowly.`;
    case 'points-enough':
      return `The hour’s budget of points is kept: ${number(finding.left)} of ${number(finding.limit)} are left.`;
  }
}

/** Everything the health page says. */
export const texts = {
  page: 'Health',
  told,
  queuesEmpty: 'Nothing waits in the queues that should be done.',
  pointsUnknown: 'No budget was refused.',
  nothingWrong: 'Nothing has gone wrong that is still open.',
  wrong: (count: number, when: string, why: string): string =>
    `${incidents(count)} could not be brought up to date; the last failed first ${when}: ${why}`,
  isShut:
    'While Jira takes no call, it cannot be asked who may see which incident: they are counted, and none is named.',
  keptOut: (count: number, since: string): string =>
    `${keptOutTexts.of(count)} since ${since}: ${count === 1 ? 'its' : 'their'} incidents are not judged.`,
  noProject: 'No project',
  setAside: {
    configuration: {
      name: 'What Fettle goes by',
      means:
        'Every hour it is put together again from the versions on record and from what the site has. If it stays so, run the set-up again.',
    },
    bookkeeping: {
      name: 'How far work of its own had come',
      means: 'That work begins anew; nothing is to be done.',
    },
    clock: {
      name: 'The clocks of',
      means: 'They are read anew from Jira’s history within the hour, or with the incident’s next change.',
    },
    due: { name: 'The next due instant of', means: 'It is written anew from the clocks; nothing is to be done.' },
    'service-level': {
      name: 'A version of the service level',
      means: 'What is in force counts on. Save the service level again, and the next version has it.',
    },
    calendar: {
      name: 'A version of the calendar',
      means: 'What is in force counts on. Save the calendar again, and the next version has it.',
    },
    'incident-settings': {
      name: 'The matrix as it was saved',
      means: 'What is in force counts on. Save the matrix again.',
    },
    'set-up': {
      name: 'What was decided of the set-up',
      means: 'What is in force counts on. Run the set-up again.',
    },
    slot: { name: 'A place in JQL', means: 'It stays with whoever had it; nothing is to be done.' },
    order: { name: 'What was last ordered', means: 'The next order writes it anew; nothing is to be done.' },
    anchor: { name: 'The audit’s last anchor', means: 'The next one goes on from its entry; nothing is to be done.' },
    audit: {
      name: 'An entry of the audit',
      means: 'It stays as it is. “npm run audit:verify” on an export tells what it breaks.',
    },
    'set-aside': { name: 'A copy', means: 'What it is a copy of is not touched; nothing is to be done.' },
  },
  nothingSetAside: 'Nothing',
  moreSetAside: 'And more. “Export everything Fettle keeps” has all of it.',
  setAsideSince: (what: string, when: string, isMended: boolean): string =>
    `${what}, since ${when}${isMended ? ': all right again.' : '.'}`,
  intakeFailed: (count: number): string => `${incidents(count)} could not be taken in; the hourly run tries again.`,
  evidence: 'Evidence',
  none: 'None so far',
  unknown: 'Jira does not tell',
  rows: {
    swept: {
      name: 'Last run with work',
      why: 'A run every five minutes looks for what falls due before the next. Runs that find nothing leave no trace, so that they cost nothing.',
    },
    oldest: {
      name: 'Next in the work index',
      why: 'The earliest instant at which there is something to do: an escalation, or a due date to show. One that lies more than nine minutes back is late.',
    },
    overdue: {
      name: 'Overdue',
      why: 'Escalations whose instant has passed and that are not carried out. Every run asks for them again; “Run again” asks at once.',
    },
    repaired: {
      name: 'Hourly repair',
      why: 'It finds incidents whose events were lost and brings them up to date. It tells the instant up to which everything was looked at, and counts as late when that lies more than two hours and ten minutes back.',
    },
    failing: {
      name: 'Not brought up to date',
      why: 'Incidents at which the repair failed. It tries them again every hour for a day, then they are left to their next change.',
    },
    setAside: {
      name: 'Set aside',
      why: 'Records that Fettle could not read, as where something else wrote into its storage. A copy of each is kept as it was, and “Export everything Fettle keeps” has it. What history knows is made anew by itself.',
    },
    hidden: {
      name: 'Kept out of',
      why: 'Jira shows Fettle no issue of these projects, most likely by an app access rule of your organization. Their clocks are shown as last known, nothing falls due there and nothing is told. Within an hour of the rule’s end what changed meanwhile is read from history; what fell due in its last 24 hours is told then.',
    },
    points: {
      name: 'Jira’s points of this hour',
      why: 'Jira gives an app 65,000 points an hour for all its sites together (developer.atlassian.com, Rate limiting, 2026), and tells what is left in the headers of its answers where it enforces them.',
    },
    storage: {
      name: 'Storage',
      why: 'Forge tells an app neither how much it stores nor how much of its quota is left; the app’s vendor sees it in the developer console. What can be known is the largest value, which is the configuration: Forge takes 240 KiB in one (developer.atlassian.com, Limits of the key-value store, 2026). Everything else is small: a record for each incident, one for each that falls due, and the audit trail.',
    },
    queues: {
      name: 'Queues',
      why: 'Forge does not tell an app how many events wait in its queues. What waits there stands in the work index until it is done: nothing overdue means nothing stuck.',
    },
    intake: {
      name: 'Open incidents taken in',
      why: 'Incidents that were open before Fettle came are read by a job of its own, which spends at most 10,000 points an hour.',
    },
    holidays: {
      name: 'Holidays known until',
      why: 'Each calendar writes its holidays down years ahead; this is the day on which the first of them ends.',
    },
    licence: {
      name: 'Licence',
      why: 'Without an active licence Fettle only reads: its schedules stand still and go on where they stopped.',
    },
  },
  storage: (bytes: number, limit: number): string =>
    `Forge does not tell what is left; the largest value takes ${kib(bytes)} of ${kib(limit)} KiB`,
  queues: 'Forge does not tell; the work index does',
  sweptEvents: (when: string, events: number): string =>
    `${when}, ${events} ${events === 1 ? 'event' : 'events'} asked for`,
  points: (left: number, limit: number): string =>
    `${number(limit - left)} of ${number(limit)} used, ${number(left)} left`,
  overdue: (count: number): string =>
    count === 0 ? 'Nothing' : count >= mostCounted ? `${number(mostCounted)} or more` : incidents(count),
  overdueSince: (key: string, when: string): string => `${key}, due ${when}`,
  runAgain: 'Run again',
  ranAgain: (count: number): string => `Asked for ${incidents(count)}. It takes up to a minute.`,
  notRun: 'It could not be asked for. Nothing was lost; try again.',
  licence: { active: 'Active, or none is needed', inactive: 'Not active' },
  noHolidays: 'No calendar has any',
  intake: {
    none: 'Never started',
    unanswered: 'The app did not answer; it is asked again by itself',
    left: (time: string): string => `about ${time} left`,
    paused: (until: string): string => `goes on at ${until}, when the hour’s share of points is new`,
    done: (taken: number, when: string): string => `${number(taken)} taken in, ended ${when}`,
    failed: (count: number): string => `${incidents(count)} could not be taken in`,
    again: 'Take in again',
  },
} as const;
