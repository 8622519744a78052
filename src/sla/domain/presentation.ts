import type { Instant } from '../../kernel/time';
import type { Clock } from './clock';

/** How a clock looks: one word, one icon and one colour, the same everywhere. */
export type Look =
  | 'not-started'
  | 'running'
  | 'at-risk'
  | 'breached'
  | 'paused'
  | 'outside-hours'
  | 'met'
  | 'cancelled';

export interface Appearance {
  readonly look: Look;
  readonly word: string;
  readonly icon: 'play' | 'warning' | 'cross' | 'pause' | 'moon' | 'check' | 'circle' | 'slash';
  readonly colour: 'blue' | 'yellow' | 'red' | 'grey' | 'green';
  /** Drawn as an outline only, so that waiting for opening time does not look like a pause. */
  readonly outline: boolean;
}

const row = (look: Look, word: string, icon: Appearance['icon'], colour: Appearance['colour'], outline = false) => ({
  look,
  word,
  icon,
  colour,
  outline,
});

export const appearances: Readonly<Record<Look, Appearance>> = {
  'not-started': row('not-started', 'Not started', 'circle', 'grey', true),
  running: row('running', 'Running', 'play', 'blue'),
  'at-risk': row('at-risk', 'At risk', 'warning', 'yellow'),
  breached: row('breached', 'Breached', 'cross', 'red'),
  paused: row('paused', 'Paused', 'pause', 'grey'),
  'outside-hours': row('outside-hours', 'Outside hours', 'moon', 'grey', true),
  met: row('met', 'Met', 'check', 'green'),
  cancelled: row('cancelled', 'Cancelled', 'slash', 'grey'),
};

/** `now` may be later than the replay, as in a panel that ticks; `isOpen`: the calendar of its goal is open now. */
export const appearance = (clock: Clock, now: Instant, isOpen: boolean): Appearance =>
  appearances[lookOf(clock, now, isOpen)];

/** A breach shows through a pause; being at risk shows through closing time. */
function lookOf(clock: Clock, now: Instant, isOpen: boolean): Look {
  if (clock.state === 'not-started' || clock.state === 'cancelled') return clock.state;
  if (clock.breachAt !== null && clock.breachAt <= now) return 'breached';
  if (clock.state === 'completed') return 'met';
  if (clock.state === 'paused') return 'paused';
  if (isAtRisk(clock, now)) return 'at-risk';
  return isOpen ? 'running' : 'outside-hours';
}

/** A threshold has been reached; the breach itself has been ruled out. */
const isAtRisk = ({ cycles }: Clock, now: Instant): boolean =>
  cycles.at(-1)?.thresholds.some(({ at }) => at !== null && at <= now) ?? false;
