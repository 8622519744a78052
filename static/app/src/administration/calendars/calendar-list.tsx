import type { CalendarInUse } from '@fettle/calendar/contract';
import { instant, minutes } from '@fettle/kernel/time';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import type { Host } from '../../host';
import link from '../../ui/link-button.module.css';
import { dateInWords } from '../../ui/moments';
import editor from '../editor.module.css';
import { ThingsList } from '../things-list';
import { texts } from './texts';
import { minutesOpen } from './week/day-hours';

interface ListProps {
  readonly calendars: readonly CalendarInUse[];
  /** ISO instant. */
  readonly now: string;
  readonly host: Host;
  readonly onOpen: (id: string) => void;
}

/** Every calendar, and which goals count by it. */
export function CalendarList({ calendars, now, host, onOpen }: ListProps) {
  const used = calendars.filter(({ usedBy }) => usedBy.length > 0).length;
  return (
    <ThingsList
      count={calendars.length}
      texts={texts}
      answer={texts.answer(calendars.length, used)}
      mayAdd={host.isLicensed}
      onAdd={() => onOpen('new')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
      <section className={editor.scrolls} tabIndex={0} aria-label={texts.page}>
        <table className={editor.table}>
          <thead>
            <tr>
              {Object.entries(texts.columns).map(([key, name]) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calendars.map((row) => (
              <Row key={row.calendar.id} row={row} today={instant(now)} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </section>
    </ThingsList>
  );
}

interface RowProps {
  readonly row: CalendarInUse;
  readonly today: number;
  readonly onOpen: (id: string) => void;
}

function Row({ row: { calendar, usedBy }, today, onOpen }: RowProps) {
  const open = calendar.week.reduce((sum, hours) => sum + minutesOpen(hours), 0);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: calendar.timeZone }).format(today);
  const next = calendar.holidays.find((holiday) => holiday.date >= date);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={link.link} onClick={() => onOpen(calendar.id)}>
          {calendar.name}
        </button>
      </th>
      <td>{calendar.timeZone}</td>
      <td>{formatDuration(minutes(open), minutes(10_081))}</td>
      <td>
        {next ? (
          <>
            {dateInWords(next.date)} <span className={editor.quiet}>{next.name}</span>
          </>
        ) : (
          <span className={editor.quiet}>{texts.noHoliday}</span>
        )}
      </td>
      <td>
        {usedBy.length === 0 && <span className={editor.quiet}>{texts.noUse}</span>}
        {usedBy.map(({ definitionId, definition, goals }) => (
          <div key={definitionId}>{texts.use(definition, goals)}</div>
        ))}
      </td>
    </tr>
  );
}
