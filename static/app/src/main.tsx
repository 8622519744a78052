import './app.css';
import { type ComponentType, lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { type Host, readHost } from './host';
import { OutageBoundary } from './rpc/outage-boundary';
import { LicenceBanner } from './ui/licence-banner';

type Surface = ComponentType<{ readonly host: Host }>;

const surface = (load: () => Promise<Surface>) => lazy(async () => ({ default: await load() }));

/** What the page can be, by the module it is drawn for: a chunk each. */
const surfaces = {
  'service-levels': surface(async () => (await import('./surfaces/service-levels')).ServiceLevelsSurface),
  'service-level-badge': surface(async () => (await import('./surfaces/service-level-badge')).ServiceLevelBadgeSurface),
  'service-desk': surface(async () => (await import('./surfaces/service-desk')).ServiceDeskSurface),
  'service-level-gadget': surface(
    async () => (await import('./surfaces/service-level-gadget')).ServiceLevelGadgetSurface,
  ),
  administration: surface(async () => (await import('./surfaces/administration')).AdministrationSurface),
};

async function show(root: HTMLElement): Promise<void> {
  const host = await readHost();
  const Shown = surfaces[host.moduleKey as keyof typeof surfaces];
  if (!Shown) throw new Error(`The app has no page for the module "${host.moduleKey}".`);
  createRoot(root).render(
    <StrictMode>
      <OutageBoundary>
        <LicenceBanner isLicensed={host.isLicensed} />
        <Suspense>
          <Shown host={host} />
        </Suspense>
      </OutageBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void show(root);
