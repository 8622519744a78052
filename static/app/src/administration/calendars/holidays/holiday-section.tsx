import Button from '@atlaskit/button/new';
import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { useState } from 'react';
import { Editing, useIsReadOnly } from '../../../ui/read-only';
import editor from '../../editor.module.css';
import { texts } from '../texts';
import { AddByHand } from './add-by-hand';
import { AddFromCountry } from './add-from-country';
import { HolidayYears } from './holiday-years';
import type { HolidaysEdit } from './holidays-edit';

interface HolidaySectionProps {
  readonly calendar: HolidaysEdit;
  readonly year: number;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (changed: HolidaysEdit) => void;
}

/** The dates on which the calendar is closed, where they came from, and more of them. */
export function HolidaySection({ calendar, year, problemAt, onChange }: HolidaySectionProps) {
  const [adding, setAdding] = useState<'country' | 'own'>();
  const { holidays, holidaySources = [] } = calendar;
  const add = (added: WorkingCalendar['holidays'], source?: string) => {
    const sources = source === undefined || holidaySources.includes(source) ? [] : [source];
    onChange({ holidays: inOrder([...holidays, ...added]), holidaySources: [...holidaySources, ...sources] });
  };
  return (
    <section className={editor.section} aria-label={texts.holidays.title}>
      <h3 className={editor.heading}>{texts.holidays.title}</h3>
      {holidaySources.length > 0 && (
        <Sources
          sources={holidaySources}
          onStop={(source) =>
            onChange({ holidays, holidaySources: holidaySources.filter((known) => known !== source) })
          }
        />
      )}
      <HolidayYears
        holidays={holidays}
        year={year}
        problemAt={problemAt}
        onChange={(left) => onChange({ ...calendar, holidays: left })}
      />
      <Editing>
        <div className={editor.actions}>
          <Button aria-expanded={adding === 'country'} onClick={() => setAdding(other(adding, 'country'))}>
            {texts.holidays.fromCountry}
          </Button>
          <Button aria-expanded={adding === 'own'} onClick={() => setAdding(other(adding, 'own'))}>
            {texts.holidays.own}
          </Button>
        </div>
      </Editing>
      {adding === 'country' && <AddFromCountry known={calendar} year={year} onAdd={add} />}
      {adding === 'own' && <AddByHand known={holidays} onAdd={(holiday) => add([holiday])} />}
    </section>
  );
}

const other = <Kind,>(open: Kind | undefined, pressed: Kind): Kind | undefined =>
  open === pressed ? undefined : pressed;

const inOrder = (holidays: WorkingCalendar['holidays']): WorkingCalendar['holidays'] =>
  [...holidays].sort((a, b) => a.date.localeCompare(b.date));

function Sources({
  sources,
  onStop,
}: {
  readonly sources: readonly string[];
  readonly onStop: (source: string) => void;
}) {
  return (
    <div className={editor.actions}>
      <span className={editor.quiet}>{texts.holidays.sources}</span>
      {useIsReadOnly() && sources.join(', ')}
      <Editing>
        {sources.map((source) => (
          <Button
            key={source}
            spacing="compact"
            appearance="subtle"
            aria-label={texts.holidays.stopSource(source)}
            onClick={() => onStop(source)}
          >
            {`${source} ✕`}
          </Button>
        ))}
      </Editing>
    </div>
  );
}
