import { phrase } from '@fettle/kernel/names';
import { keptOutTexts } from '../jira/kept-out-texts';

const incidents = (count: number): string => `${count} ${count === 1 ? 'incident' : 'incidents'}`;

/** One by its key, several by how many they are. */
const areOrIs = (what: string | number): string => (typeof what === 'string' ? `${what} is` : `${incidents(what)} are`);

/** Everything the page of what is at risk says. */
export const texts = {
  page: 'At risk',
  breachSoon: (count: number): string => `${incidents(count)} ${count === 1 ? 'breaches' : 'breach'} within the hour`,
  nothingSoon: 'Nothing breaches within the hour',
  nothingAtRisk: 'Nothing is at risk',
  breached: (count: number): string => `${incidents(count)} ${count === 1 ? 'is' : 'are'} breached already`,
  noneBreached: 'None is breached.',
  nextDue: (when: string, key: string): string => `The next due is ${when}, ${key}.`,
  noneRuns: 'No clock of the incidents you see is due at an instant.',
  showAsList: 'Show them as a list of Jira',
  whyOrder:
    'Every row is a clock of an incident you may see, in the order of the working time left by the calendar of its goal; breached ones come first. Paused clocks that are not breached cannot fall due, and are left out. The numbers count incidents, by these two queries:',
  columns: {
    key: 'Key',
    summary: 'Summary',
    priority: 'Priority',
    state: 'State',
    clock: 'Clock',
    due: 'Due',
    left: 'Working time left',
    assignee: 'Assignee',
  },
  columnsMenu: 'Columns',
  columnsRoom: 'Shown where there is room',
  columnsNotRead: 'Which columns you hid could not be read; all are shown.',
  columnsNotKept: 'The columns could not be kept: they are so until you leave the page.',
  keptOut: (count: number): string =>
    `${keptOutTexts.of(count)}: incidents there are not judged, and stand here as last known or not at all`,
  unassigned: 'Unassigned',
  over: (time: string): string => `${time} over`,
  held: 'Stands still',
  wall: 'by the clock on the wall: no goal matches',
  project: 'Project',
  everyProject: 'All projects',
  mine: 'Assigned to me',
  keys: 'Keys',
  keysHelp: [
    ['j', 'next row'],
    ['k', 'row before'],
    ['enter', 'open the incident'],
    ['x', 'select it, or no more'],
    ['a', 'assign it to me, or all that are selected'],
    ['c', 'open it in a new tab, to comment'],
    ['?', 'show or hide these keys'],
  ] as const,
  select: (key: string): string => `Select ${key}`,
  selectAll: 'Select all that are listed',
  selected: (count: number): string => `${incidents(count)} selected`,
  assignSelected: 'Assign to me',
  selectNone: 'Clear',
  assigning: (asked: number, all: number): string => `Assigning: ${asked} of ${all}`,
  assigned: (what: string | number): string => `${areOrIs(what)} assigned to you.`,
  undone: (what: string | number): string => `${areOrIs(what)} assigned as before.`,
  undo: 'Undo',
  notAssigned: (key: string, words: string): string => phrase`${key} was not assigned: ${words}`,
  norOthers: (count: number): string => `Nor ${count === 1 ? 'was another' : `were ${count} others`}.`,
  readingOn: (count: number): string => `${count} clocks in order; more are being read`,
  shown: (count: number): string => `${count} ${count === 1 ? 'clock' : 'clocks'}, all that are due`,
  failed: 'Jira did not answer',
  nothingLost: 'Nothing was lost; the incidents are as they were.',
  stale: 'The list could not be refreshed. You see what was last known.',
  tryAgain: 'Try again',
  openSetUp: 'Open the set-up',
  zone: (calendar: string, when: string, zone: string): string => phrase`${calendar}: ${when} in ${zone}`,
} as const;
