import { lazy, Suspense } from 'react';
import { Gadget } from '../gadget/gadget';
import { readSettings } from '../gadget/gadget-settings';
import { texts } from '../gadget/texts';
import type { Host } from '../host';
import { Loaded } from '../rpc/loaded';
import { useCall } from '../rpc/use-call';
import { PageFrame } from '../ui/page-frame';

const GadgetForm = lazy(async () => ({ default: (await import('../gadget/gadget-form')).GadgetForm }));

/** The gadget "Service levels" on a dashboard, and its settings. */
export function ServiceLevelGadgetSurface({ host }: { readonly host: Host }) {
  const overview = useCall('serviceLevelOverview', {});
  const settings = readSettings(host.extension.gadgetConfiguration);
  return (
    <main aria-label={texts.gadget}>
      <Loaded of={overview} frame={<PageFrame rows={1} />}>
        {(value) =>
          host.extension.entryPoint === 'edit' ? (
            <Suspense fallback={<PageFrame rows={4} />}>
              <GadgetForm overview={value} settings={settings} />
            </Suspense>
          ) : (
            <Gadget host={host} overview={value} settings={settings} />
          )
        }
      </Loaded>
    </main>
  );
}
