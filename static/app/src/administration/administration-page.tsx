import { lazy, Suspense } from 'react';
import type { Host } from '../host';
import { PageFrame } from '../ui/page-frame';
import { AddressProvider } from './address';
import { AskedToStay } from './asked-to-stay';
import { useHeldAddress } from './use-held-address';

const pages = {
  'set-up': lazy(async () => ({ default: (await import('./set-up/set-up-page')).SetUpPage })),
  calendars: lazy(async () => ({ default: (await import('./calendars/calendars-page')).CalendarsPage })),
  'service-levels': lazy(async () => ({ default: (await import('./definitions/definitions-page')).DefinitionsPage })),
  priorities: lazy(async () => ({ default: (await import('./priorities/priorities-page')).PrioritiesPage })),
  health: lazy(async () => ({ default: (await import('./health/health-page')).HealthPage })),
};

/** Anybody may write an address, also one of a word that every object has. */
const isPage = (name: string): name is keyof typeof pages => Object.hasOwn(pages, name);

/** The page that the address names; set-up where it names none. */
export function AdministrationPage({ host }: { readonly host: Host }) {
  const { address, question } = useHeldAddress();
  if (!address) return <PageFrame />;
  const Page = pages[isPage(address.page) ? address.page : 'set-up'];
  return (
    <AddressProvider value={address}>
      {question && <AskedToStay {...question} />}
      <Suspense fallback={<PageFrame />}>
        <Page host={host} />
      </Suspense>
    </AddressProvider>
  );
}
