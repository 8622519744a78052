import { phrase, series } from '@fettle/kernel/names';

const incidents = (count: number): string => `${count} open ${count === 1 ? 'incident' : 'incidents'}`;
const takes = (count: number): string => `${incidents(count)} ${count === 1 ? 'takes' : 'take'}`;

/** Everything the priorities page says. */
export const texts = {
  page: 'Priorities',
  answer: (impact: string, urgency: string) => phrase`Priority follows from ${impact} and ${urgency}`,
  help: 'An incident takes up a changed matrix with its next event. What a person sets instead stays until one of the two changes.',
  matrix: 'The matrix',
  impact: (name: string) => phrase`${name} ↓`,
  urgency: (name: string) => phrase`${name} →`,
  noOption: (level: number) => `No option is of level ${level}`,
  cell: (impact: string, urgency: string) => phrase`Priority where ${impact} meets ${urgency}`,
  noPriority: 'The set-up gives this level no priority.',
  open: (count: number) => `${count} open`,
  openIn: (impact: string, urgency: string) => (count: number) =>
    phrase`${count} open where ${impact} meets ${urgency}`,
  ungraded: (count: number) => `${incidents(count)} without one of the two`,
  unmapped: 'Nothing on this site stands for impact or urgency',
  unmappedText:
    'So priorities stay as people set them. The set-up page brings the fields in, or says which of yours they are.',
  gone: (fields: readonly string[]) =>
    fields.length === 1
      ? phrase`The field ${fields[0] ?? ''} is gone: the matrix is off`
      : phrase`The fields ${series(fields, ' and ')} are gone: the matrix is off`,
  goneText:
    'Priority no longer follows from impact and urgency; clocks run on by the priority that each incident has. The set-up says how to bring it back; the matrix is kept until then.',
  openSetUp: 'Open the set-up',
  save: 'Save the matrix',
  wouldTake: (count: number) => `${takes(count)} another priority.`,
  dryRun: {
    looking: 'Trying it on the open incidents…',
    nothing: 'No open incident takes another priority.',
    changes: (count: number) => `${takes(count)} another priority with the next event`,
    kept: (count: number) =>
      `${incidents(count)} ${count === 1 ? 'keeps' : 'keep'} what somebody or an escalation set.`,
    looked: (open: number, whole: boolean) =>
      open === 0 ? 'There are no open incidents.' : `${incidents(open)} looked at${whole ? '' : ', not all of them'}.`,
    before: 'Now',
    after: 'Then',
    none: 'None',
  },
} as const;
