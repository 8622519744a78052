import type { Instant } from '@fettle/kernel/time';
import type { Names } from '@fettle/sla/domain/names';
import type { Calendars } from '@fettle/sla/domain/segments';
import type { Level } from './level';

/** A clock at one instant, and what it is drawn and told with. */
export interface LevelAt {
  readonly level: Level;
  /** When the issue was created. */
  readonly born: Instant;
  readonly now: Instant;
  /** The viewer's. */
  readonly timeZone: string;
  readonly names: Names;
  readonly calendars: Calendars;
}
