import type { Instant } from '@fettle/kernel/time';
import { instant } from '@fettle/kernel/time';
import { useEffect, useMemo, useState } from 'react';

const SECOND = 1_000;
const MINUTE = 60_000;

/** How near a milestone has to be for its seconds to be shown. */
const NEAR = 2 * MINUTE;

/** The site's time in whole seconds, never before the answer that told it. */
export function useSiteNow(told: string, milestones: (now: Instant) => readonly Instant[]): Instant {
  const read = useMemo(() => siteClock(told), [told]);
  const [now, setNow] = useState(read);
  const shown = Math.max(now, wholeSecond(told)) as Instant;

  useEffect(() => {
    const tick = () => setNow(read());
    const timer = setTimeout(tick, untilNextTick(shown, read(), milestones(shown)));
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [read, shown, milestones]);

  return shown;
}

/** The next one, since what happened just before the answer is to be seen. */
const wholeSecond = (told: string): Instant => (Math.ceil(instant(told) / SECOND) * SECOND) as Instant;

/** The clock of the site, by how far it was from the browser's when it was told. */
function siteClock(told: string): () => Instant {
  const start = wholeSecond(told);
  const ahead = start - Date.now();
  return () => Math.max(start, Math.floor((Date.now() + ahead) / SECOND) * SECOND) as Instant;
}

/** A tick a minute, on the minute; a tick a second around a milestone. */
function untilNextTick(shown: Instant, now: Instant, milestones: readonly Instant[]): number {
  const isNear = milestones.some((at) => Math.abs(at - now) <= NEAR);
  const every = isNear ? SECOND : MINUTE;
  const onTheMinute = (Math.floor(shown / every) + 1) * every;
  const next = Math.min(onTheMinute, ...milestones.filter((at) => at - NEAR > shown).map((at) => at - NEAR));
  return Math.max(next - now, 200);
}
