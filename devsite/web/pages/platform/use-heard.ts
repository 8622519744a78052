import { useSiteClock } from '../shell/site-time';
import { type Loading, useLoaded } from '../ui/use-loaded';

/** Asks anew as often as the site's clock is heard. */
export function useHeard<Value>(key: string, load: () => Promise<Value>): Loading<Value> {
  const { time } = useSiteClock();
  return useLoaded(key, load, String(time?.heard ?? ''));
}
