import type { Instant } from '@fettle/kernel/time';
import { texts } from '../texts';
import { layout } from './layout';
import type { Stretch } from './stretches';
import styles from './track.module.css';

interface TrackProps {
  readonly stretches: readonly Stretch[];
  readonly x: (at: Instant) => number;
  /** The id of the pattern that pauses are filled with. */
  readonly hatching: string;
}

const THICK = layout.trackBottom - layout.track;
const THIN = 4;
const LETTER = 5.8;

/** What ran, paused or lay still, as one bar. */
export const Track = ({ stretches, x, hatching }: TrackProps) =>
  stretches.map((stretch) => {
    const { kind, start, end, reason } = stretch;
    const width = Math.max(1, x(end) - x(start));
    const height = kind === 'line' ? THIN : THICK;
    const words = reasonWords(stretch, width);
    return (
      <g key={`${kind}-${start}`}>
        <rect
          className={styles[kind]}
          x={x(start)}
          y={layout.track + (THICK - height) / 2}
          width={width}
          height={height}
          {...(kind === 'pause' && { fill: `url(#${hatching})` })}
        >
          {reason !== undefined && <title>{titleOf(stretch)}</title>}
        </rect>
        {words && (
          <text className={styles.reason} x={x(start)} y={layout.reasons}>
            {words}
          </text>
        )}
      </g>
    );
  });

const titleOf = ({ kind, reason = '' }: Stretch): string => (kind === 'pause' ? texts.paused(reason) : texts.closedGap);

/** As much of the reason as fits under the stretch; nothing rather than a few letters. */
function reasonWords(stretch: Stretch, width: number): string | undefined {
  if (stretch.kind !== 'pause' && stretch.kind !== 'gap') return undefined;
  const full = titleOf(stretch);
  const room = Math.floor(width / LETTER);
  if (room >= full.length) return full;
  return room < 10 ? undefined : `${full.slice(0, room - 1).trimEnd()}…`;
}
