import type { Duration, Instant } from '../../kernel/time';
import type { Clock } from './clock';
import { formatDuration } from './duration-words';
import { type Appearance, appearance, type Look } from './presentation';

/** A lozenge of Jira's: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ (Aug 2026). */
export interface Lozenge {
  readonly label: string;
  readonly type: 'default' | 'inprogress' | 'moved' | 'new' | 'removed' | 'success';
}

/** How pressing a look is, the most first; a clock that has not begun or was cancelled is not shown. */
const order: readonly Look[] = ['breached', 'at-risk', 'running', 'outside-hours', 'paused', 'met'];

const types: Readonly<Record<Appearance['colour'], Lozenge['type']>> = {
  red: 'removed',
  yellow: 'moved',
  blue: 'inprogress',
  green: 'success',
  grey: 'default',
};

/** The most pressing of an issue's clocks, in a few words; undefined where none has anything to say. */
export function badgeOf(
  clocks: readonly Clock[],
  now: Instant,
  isOpen: (calendarId: string) => boolean,
): Lozenge | undefined {
  const [first] = clocks
    .map((clock) => seen(clock, now, isOpen))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place || a.left - b.left);
  return first && { label: wordsOf(first), type: types[first.appearance.colour] };
}

interface Seen {
  readonly appearance: Appearance;
  readonly place: number;
  /** Working time until it is due; negative beyond it. */
  readonly left: number;
}

function seen(clock: Clock, now: Instant, isOpen: (calendarId: string) => boolean): Seen {
  const cycle = clock.cycles.at(-1);
  const look = appearance(clock, now, cycle === undefined || isOpen(cycle.calendarId));
  const isOver = look.look === 'breached' && clock.state === 'completed';
  const place = isOver ? order.indexOf('paused') : order.indexOf(look.look);
  return { appearance: look, place, left: cycle ? cycle.target - cycle.elapsed : 0 };
}

function wordsOf({ appearance: { look, word }, left }: Seen): string {
  const tells = look === 'running' || look === 'at-risk' || look === 'outside-hours';
  return tells && left > 0 ? `${formatDuration(left as Duration)} left` : word;
}
