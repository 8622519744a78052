import { lazy, Suspense } from 'react';
import type { Host } from '../host';
import { PageFrame } from '../ui/page-frame';
import { useSubPage } from './use-sub-page';

const pages = {
  'set-up': lazy(async () => ({ default: (await import('./set-up/set-up-page')).SetUpPage })),
  calendars: lazy(async () => ({ default: (await import('./calendars/calendars-page')).CalendarsPage })),
  'service-levels': lazy(async () => ({ default: (await import('./definitions/definitions-page')).DefinitionsPage })),
  health: lazy(async () => ({ default: (await import('./health/health-page')).HealthPage })),
};

/** The page that the address names; set-up where it names none. */
export function AdministrationPage({ host }: { readonly host: Host }) {
  const { page } = useSubPage();
  if (page === undefined) return <PageFrame />;
  const Page = pages[page as keyof typeof pages] ?? pages['set-up'];
  return (
    <Suspense fallback={<PageFrame />}>
      <Page host={host} />
    </Suspense>
  );
}
