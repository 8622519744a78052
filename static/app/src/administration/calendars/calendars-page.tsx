import { lazy, Suspense } from 'react';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import { useCall } from '../../rpc/use-call';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import editor from '../editor.module.css';
import { usePlace } from '../use-place';
import { CalendarList } from './calendar-list';
import { texts } from './texts';

const CalendarEditor = lazy(async () => ({ default: (await import('./calendar-editor')).CalendarEditor }));

/** The calendars by which time counts: all of them, or the one that the address names. */
export function CalendarsPage({ host }: { readonly host: Host }) {
  const { place, goTo } = usePlace('calendars');
  const all = useCall('calendars', {});
  if (place === undefined) return <PageFrame />;
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
                onBack={() => goTo('')}
                onSaved={(id) => {
                  all.again();
                  if (!row) goTo(id);
                }}
                onRemoved={() => {
                  goTo('');
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
