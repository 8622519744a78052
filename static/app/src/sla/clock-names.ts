import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { isolated } from '@fettle/kernel/names';
import type { Instant } from '@fettle/kernel/time';
import type { Names } from '@fettle/sla/domain/names';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import type { IssueWords } from './issue-words';
import { texts } from './texts';

interface Known {
  readonly words: IssueWords;
  readonly calendars: readonly WorkingCalendar[];
  readonly timeZone: string;
  readonly now: Instant;
}

/** The words of a viewer for what the facts hold as ids; plain ones where Jira gave none. */
export function clockNames({ words, calendars, timeZone, now }: Known): Names {
  return {
    ...viewerTime(timeZone, now),
    person: (accountId) => (accountId ? isolated(words.people.get(accountId) ?? texts.someone) : texts.nobodyKnown),
    field: (field) => isolated(words.fields.get(field) ?? plainField(field)),
    value: (field, value) => isolated(words.values.get(`${field}/${value}`) ?? texts.anotherValue),
    calendar: (calendarId) => isolated(calendars.find(({ id }) => id === calendarId)?.name ?? calendarId),
  };
}

const plainField = (field: string): string => (field.startsWith('customfield_') ? texts.unknownField : field);
