import { phrase } from '@fettle/kernel/names';
import type { Period } from './gadget-settings';
import type { NumberName } from './numbers';

const periods: Readonly<Record<Period, string>> = {
  week: 'This week',
  month: 'This month',
  quarter: 'This quarter',
  days30: 'Last 30 days',
};

/** Everything the gadget says. */
export const texts = {
  gadget: 'Service levels',
  periods,
  within: (period: Period): string => periods[period].toLowerCase(),
  answer: (percent: number, ended: number, period: string): string => `${percent} % of ${ended} met, ${period}`,
  noneEnded: (period: string): string => `None has ended yet, ${period}`,
  of: (definition: string, projects: string): string => phrase`${definition}, ${projects}`,
  allProjects: 'all projects',
  numbers: {
    met: 'ended in time',
    breached: 'ended too late',
    openBreached: 'open now and too late',
  } satisfies Record<NumberName, string>,
  leads: (count: number, what: string): string => `${count} ${what}: show them as a list`,
  why: 'Why these numbers?',
  whyText:
    'Incidents are counted by when they were created, and those that are open by how they stand now; Jira counts what you may see, by these queries:',
  notForYou: 'Jira does not count this for you',
  failed: 'Jira did not count them',
  nothingLost: 'Nothing was lost.',
  stale: 'The numbers could not be refreshed. You see what was last known.',
  tryAgain: 'Try again',
  edit: {
    form: 'Settings of the gadget',
    title: 'Title',
    titleHelp: 'Stands above the numbers; may stay empty.',
    tooLong: 'At most 80 characters.',
    projects: 'Projects',
    projectsHelp: 'None chosen: all that whoever looks may see.',
    definition: 'Service level',
    period: 'Period',
    periodHelp: 'Of what has ended, incidents created since then are counted.',
    save: 'Save',
    cancel: 'Cancel',
    failed: 'The settings were not saved',
    failedText: 'What you chose is still here. Try again.',
  },
} as const;
