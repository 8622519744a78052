import { phrase, series } from '@fettle/kernel/names';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const problems: Readonly<Record<string, string>> = {
  malformed: 'This is missing.',
  'malformed-time': 'A time such as 09:30.',
  'malformed-date': 'A date such as 2026-12-24.',
  'unknown-zone': 'There is no such zone.',
  'unknown-source': 'There is no such source of holidays.',
  empty: 'A calendar must be open at some time. Add hours to a day.',
  overlap: 'These hours overlap others.',
  'duplicate-date': 'This date is there twice.',
  'name-taken': 'Another calendar has this name.',
  'too-many': 'There are as many calendars as there can be. Remove one first.',
  'in-use': 'A goal counts by it.',
  'too-long': 'This is too long.',
  'control-characters': 'It has characters that nobody sees and that turn what stands beside it. Type it anew.',
  'too-large': 'There is no place for so much. Shorten this calendar, or remove another.',
};

/** Everything the calendars page says. */
export const texts = {
  page: 'Calendars',
  none: 'No calendar yet',
  noneText: 'A calendar says when time counts: opening hours, holidays and exceptions.',
  answer: (count: number, used: number) =>
    `${counted(count, 'calendar', 'calendars')}, ${used === count ? 'all in use' : `${used} in use`}`,
  add: 'New calendar',
  back: 'All calendars',
  columns: {
    name: 'Name',
    zone: 'Zone',
    week: 'Open a week',
    holiday: 'Next holiday',
    usedBy: 'Counts for',
  },
  noHoliday: 'None',
  noUse: 'Nothing yet',
  use: (definition: string, goals: readonly string[]) => phrase`${definition}: ${series(goals)}`,
  gone: 'There is no such calendar any more',
  goneText: 'Somebody removed it. Nothing of yours was changed.',
  problem: (code: string) => problems[code] ?? 'This cannot be.',
  name: 'Name',
  zone: 'Time zone',
  week: {
    title: 'Opening hours',
    help: 'Drag over a day to open it, drag an edge to move it, or write the times. An end before its start runs past midnight.',
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    edge: (day: string, block: number, edge: 'from' | 'to') =>
      `${day}, ${edge === 'from' ? 'opens' : 'closes'} (${block})`,
    time: (day: string, block: number, edge: 'from' | 'to') => `${day}, ${edge} (${block})`,
    to: 'to',
    next: 'next day',
    closed: 'Closed',
    add: (day: string) => `Add hours on ${day}`,
    remove: (day: string, block: number) => `Remove hours ${block} of ${day}`,
    copyFrom: 'Copy the hours of',
    copyOnto: 'to',
    onto: { weekdays: 'Monday to Friday', weekend: 'Saturday and Sunday', all: 'all days' },
    copy: 'Copy',
    copied: (day: string, onto: string) => `The hours of ${day} stand on ${onto} now.`,
    total: (words: string) => `${words} open a week`,
  },
  holidays: {
    title: 'Holidays',
    count: (count: number) => (count === 0 ? 'No holidays yet.' : `${counted(count, 'holiday', 'holidays')}.`),
    byHand: 'by hand',
    remove: (name: string, date: string) => phrase`Remove ${name}, ${date}`,
    year: (year: string, count: number) => `${year}: ${counted(count, 'holiday', 'holidays')}`,
    sources: 'Added by themselves as years come:',
    stopSource: (source: string) => `No longer add holidays of ${source} as years come`,
    fromCountry: 'Add those of a country',
    country: 'Country',
    region: 'Region',
    wholeCountry: 'Whole country',
    goesOn: 'Add those of later years by themselves as they come',
    dryRun: (count: number, span: string) => `${counted(count, 'holiday', 'holidays')} of ${span} would be added:`,
    addAll: (count: number, span: string) => `Add ${counted(count, 'holiday', 'holidays')} of ${span}`,
    nothingNew: 'All of them are there already.',
    date: 'Date',
    name: 'Name',
    add: 'Add holiday',
    own: 'Add one by hand',
    followOnly: 'Add later years by themselves',
  },
  exceptions: {
    title: 'Exceptions',
    help: 'Other hours on one date, a holiday’s too. A date without hours is closed.',
    date: 'Date',
    add: 'Add exception',
    remove: (date: string) => `Remove the exception of ${date}`,
  },
  ahead: {
    title: 'The next twelve weeks',
    caption: 'Open hours of the next twelve weeks, in the calendar’s zone',
    week: 'Week of',
    closed: 'closed',
    today: 'today',
    exception: 'Exception',
    forward: 'Clocks go forward',
    backward: 'Clocks go back',
    wrong:
      'The next twelve weeks are drawn here once the calendar has a name and open hours, and nothing in it is marked.',
  },
  due: {
    before: 'Target',
    sentence: ' from now would be due ',
    never: 'never: the calendar is not open that long',
    elsewhere: (when: string, zone: string) => `(${when} in ${zone})`,
    wrong: 'Write it like 8 h, 90 m or 2 d.',
  },
  save: (isUsed: boolean, clocks: number | undefined) => {
    if (!isUsed || clocks === 0) return 'Save calendar';
    return clocks === undefined
      ? 'Save and recompute open clocks'
      : `Save and recompute ${counted(clocks, 'open clock', 'open clocks')}`;
  },
  removal: {
    title: 'Remove this calendar',
    used: (by: string) =>
      phrase`It cannot go while goals count by it (${by}). Give those goals another calendar first.`,
    unused: 'No goal counts by it.',
    button: 'Remove calendar',
  },
} as const;
