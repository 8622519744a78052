import { texts } from '../texts';
import { layout } from './layout';
import type { Scale } from './scale';
import type { Stretch } from './stretches';
import styles from './track.module.css';

interface TrackProps {
  readonly stretches: readonly Stretch[];
  readonly scale: Scale;
  /** The id of the pattern that pauses are filled with. */
  readonly hatching: string;
}

const THICK = layout.trackBottom - layout.track;
const THIN = 4;
const LETTER = 6.5;

/** What ran, paused or lay still, as one bar. */
export const Track = ({ stretches, scale, hatching }: TrackProps) =>
  stretches.map((stretch, i) => {
    const { kind, start, end, reason } = stretch;
    const { x } = scale;
    const width = Math.max(1, x(end) - x(start));
    const height = kind === 'line' ? THIN : THICK;
    const words = reasonWords(stretch, roomAfter(stretches, i, scale));
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

const isWorded = ({ kind }: Stretch): boolean => kind === 'pause' || kind === 'gap';

/** The length up to the next stretch that has words, or to the end. */
function roomAfter(stretches: readonly Stretch[], place: number, { x, right }: Scale): number {
  const [here, ...later] = stretches.slice(place);
  const next = later.find(isWorded);
  return here ? (next ? x(next.start) : right) - x(here.start) : 0;
}

/** As much of the reason as fits in a length; nothing rather than a few letters. */
function reasonWords(stretch: Stretch, length: number): string | undefined {
  if (!isWorded(stretch)) return undefined;
  const full = titleOf(stretch);
  const room = Math.floor(length / LETTER);
  if (room >= full.length) return full;
  return room < 10 ? undefined : `${full.slice(0, room - 1).trimEnd()}…`;
}
