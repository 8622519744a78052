import { lazy, Suspense } from 'react';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import { useCall } from '../../rpc/use-call';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import { useAddress } from '../address';
import editor from '../editor.module.css';
import { CalendarList } from './calendar-list';
import { texts } from './texts';

const CalendarEditor = lazy(async () => ({ default: (await import('./calendar-editor')).CalendarEditor }));

/** The calendars by which time counts: all of them, or the one that the address names. */
export function CalendarsPage({ host }: { readonly host: Host }) {
  const { place, goTo, moveOn } = useAddress();
  const all = useCall('calendars', {});
  return (
    <main className={editor.page} aria-label={texts.page}>
      <Loaded of={all} frame={<PageFrame />}>
        {({ calendars, now }) => {
          if (!place) return <CalendarList calendars={calendars} now={now} host={host} onOpen={goTo} />;
          const row = calendars.find(({ calendar }) => calendar.id === place);
          if (!row && place !== 'new')
            return (
              <Notice tone="information" title={texts.gone} action={{ label: texts.back, act: () => goTo('') }}>
                {texts.goneText}
              </Notice>
            );
          return (
            <Suspense fallback={<PageFrame />}>
              <CalendarEditor
                key={place}
                row={row}
                now={now}
                host={host}
                onSaved={(id) => {
                  all.again();
                  if (!row) moveOn(id);
                }}
                onRemoved={() => {
                  moveOn('');
                  all.again();
                }}
              />
            </Suspense>
          );
        }}
      </Loaded>
    </main>
  );
}
