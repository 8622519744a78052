import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { devsite, Refused } from '../ui/ask';
import { back } from '../ui/reachable';

export interface SiteTime {
  /** Site time when last heard of. */
  readonly now: number;
  readonly frozen: boolean;
  readonly move?: { readonly from: number; readonly to: number; readonly failed?: string };
  /** `performance.now()` when it was heard. */
  readonly heard: number;
}

interface SiteClock {
  readonly time: SiteTime | undefined;
  /** How often the clock has been moved while the page was open. */
  readonly moves: number;
  /** Whether the site does not answer. */
  readonly isStopped: boolean;
  /** Asks the site to do something with its clock. */
  order(what: 'run' | 'freeze' | 'stop' | 'move', how?: { by?: number; to?: number }): Promise<void>;
}

const ClockContext = createContext<SiteClock>({
  time: undefined,
  moves: 0,
  isStopped: false,
  order: async () => undefined,
});

export const useSiteClock = (): SiteClock => useContext(ClockContext);

const restingPace = 2_000;
const movingPace = 250;

/** Follows the site's clock for all pages. */
export function SiteTimeProvider({ children }: { readonly children: ReactNode }) {
  const [time, setTime] = useState<SiteTime>();
  const [isStopped, setStopped] = useState(false);
  const moving = time?.move !== undefined && time.move.failed === undefined;
  const moves = useMoves(moving);

  useEffect(() => {
    const hear = () =>
      devsite<SiteTime>('GET', '/api/clock').then(
        (told) => {
          setTime({ ...told, heard: performance.now() });
          setStopped(false);
        },
        (error: unknown) => setStopped(!(error instanceof Refused)),
      );
    void hear();
    const asking = setInterval(hear, moving ? movingPace : restingPace);
    return () => clearInterval(asking);
  }, [moving]);

  const wasStopped = useRef(false);
  useEffect(() => {
    if (wasStopped.current && !isStopped) window.dispatchEvent(new Event(back));
    wasStopped.current = isStopped;
  }, [isStopped]);

  const clock = useMemo<SiteClock>(
    () => ({
      time,
      moves,
      isStopped,
      order: async (what, how) => {
        const told = await devsite<SiteTime>('POST', `/api/clock/${what}`, how ?? {});
        setTime({ ...told, heard: performance.now() });
      },
    }),
    [time, moves, isStopped],
  );
  return <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>;
}

/** Counts the moves that have come to their end. */
function useMoves(moving: boolean): number {
  const [moves, setMoves] = useState(0);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && !moving) setMoves((before) => before + 1);
    moved.current = moving;
  }, [moving]);
  return moves;
}

/** Site time, ticking every second. */
export function useSiteNow(): number | undefined {
  const { time } = useSiteClock();
  const [, tick] = useState(0);
  useEffect(() => {
    const ticking = setInterval(() => tick((ticks) => ticks + 1), 1_000);
    return () => clearInterval(ticking);
  }, []);
  if (!time) return undefined;
  const standing = time.frozen || time.move !== undefined;
  return standing ? time.now : time.now + performance.now() - time.heard;
}
