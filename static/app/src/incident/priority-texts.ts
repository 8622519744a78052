import { phrase } from '@fettle/kernel/names';
/** What the line about an incident's priority says. */
export const priorityTexts = {
  priority: (name: string) => phrase`Priority ${name}`,
  derived: 'from impact and urgency',
  derivedBefore: 'from impact and urgency as they last were',
  owed: (matrix: string) => phrase`soon ${matrix} by impact and urgency`,
  unset: 'not from the matrix while impact or urgency is empty',
  off: 'as it is set in Jira: the matrix is off',
  unranked: 'as it is set in Jira: the matrix has no cell for it',
  lacks: {
    unmapped: (kind: string) => `Fettle is not told which field is the ${kind}.`,
    gone: (kind: string) => `Jira shows no field for the ${kind} any more.`,
    unranked: (kind: string, option: string) => phrase`The ${kind} ${option} stands for no level of the matrix.`,
  },
  mend: 'Clocks run by the priority that is set. Ask your Jira admin: Fettle’s set-up says what to do.',
  none: 'none',
  noneMeans: 'Without a priority, goals that go by it do not match, and their clocks do not run. Set one.',
  overridden: (direction: string, by: string, when: string, matrix: string) =>
    phrase`${direction} by ${by} ${when}, against ${matrix} by impact and urgency`,
  escalated: (direction: string, when: string, matrix: string) =>
    phrase`${direction} by an escalation ${when}, against ${matrix} by impact and urgency`,
  directions: { raised: 'raised', lowered: 'lowered', set: 'set' },
  reasonGiven: (reason: string) => phrase`Reason: ${reason}`,
  noReason: 'No reason was given yet.',
  because: (impact: string, urgency: string, matrix: string) =>
    phrase`Impact ${impact} and urgency ${urgency} make it ${matrix} by the matrix of your Jira admin. An edit of the priority holds until either of them changes.`,
  empty: 'empty',
  asItWas: 'as it last was',
  anotherPriority: 'another',

  ofPriority: 'this priority',

  reason: 'Why was it changed?',
  required: 'Required',
  missing: 'Say in a few words why the priority was changed.',
  tooLong: (most: number, now: number) => `At most ${most} characters; these are ${now}.`,
  save: 'Save reason',
  saving: 'Saving',
  back: (matrix: string) => phrase`Back to ${matrix}`,
  outage: 'This was not saved: the app did not answer. Try again.',
} as const;
