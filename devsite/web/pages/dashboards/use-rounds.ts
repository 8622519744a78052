import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppModule } from '../panel/shown-app';
import { useSiteNow } from '../shell/site-time';
import { useLoaded } from '../ui/use-loaded';
import { configurationOf, type Gadget } from './dashboards';
import { hearRefresh } from './gadget-refresh';

interface Rounds {
  /** Differs whenever the gadget is to be drawn anew. */
  readonly round: string;
  readonly next: () => void;
}

const minute = 60_000;

/** When a gadget is drawn anew: when it is asked to, and every so many minutes where its configuration says so. */
export function useRounds(dashboardId: string, gadget: Gadget, { isRefreshable }: AppModule): Rounds {
  const [asked, setAsked] = useState(0);
  const now = useSiteNow();
  const next = useCallback(() => setAsked((before) => before + 1), []);
  const known = useLoaded(`${gadget.id}`, () => configurationOf(dashboardId, gadget), String(asked));
  const minutes = known.state === 'ready' ? minutesIn(known.value) : undefined;

  useEffect(
    () =>
      hearRefresh(({ gadgetId }) => {
        if (isRefreshable && (gadgetId === undefined || gadgetId === String(gadget.id))) next();
      }),
    [isRefreshable, gadget.id, next],
  );
  const first = useRef<number>();
  const passed = minutes && now !== undefined && isRefreshable ? Math.floor(now / (minutes * minute)) : undefined;
  first.current ??= passed;
  return { round: `${asked} ${(passed ?? 0) - (first.current ?? 0)}`, next };
}

/** The positive whole number of minutes that an edit view may submit. */
function minutesIn(configuration: unknown): number | undefined {
  const { refresh } = (configuration ?? {}) as { refresh?: unknown };
  return typeof refresh === 'number' && Number.isInteger(refresh) && refresh > 0 ? refresh : undefined;
}
