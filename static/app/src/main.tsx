import './app.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { readHost } from './host';
import { OutageBoundary } from './rpc/outage-boundary';

/** What the page can be, by the module it is drawn for: a chunk each. */
const surfaces = {
  'service-levels': lazy(async () => ({ default: (await import('./surfaces/service-levels')).ServiceLevelsSurface })),
};

async function show(root: HTMLElement): Promise<void> {
  const host = await readHost();
  const Surface = surfaces[host.moduleKey as keyof typeof surfaces];
  if (!Surface) throw new Error(`The app has no page for the module "${host.moduleKey}".`);
  createRoot(root).render(
    <StrictMode>
      <OutageBoundary>
        <Suspense>
          <Surface host={host} />
        </Suspense>
      </OutageBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void show(root);
