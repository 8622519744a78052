import type { WallHours } from '@fettle/calendar/working-calendar';
import { Range, Root, Thumb, Track } from '@radix-ui/react-slider';
import { useIsReadOnly } from '../../../ui/read-only';
import { texts } from '../texts';
import { type Block, blocksOf, edgesOf, step, timeOf, wholeDay, withBlock, withEdges } from './day-hours';
import { useDraggedIn } from './use-dragged-in';
import styles from './week.module.css';

interface TrackProps {
  readonly day: string;
  readonly hours: readonly WallHours[];
  /** Minutes that the evening before runs into this day. */
  readonly reach: number;
  readonly onChange: (hours: readonly WallHours[]) => void;
}

/** A day from 0 to 24 h with its open blocks: an edge is dragged or moved by the arrow keys, a free place dragged over. */
export function HoursTrack({ day, hours, reach, onChange }: TrackProps) {
  const blocks = blocksOf(hours);
  const { drawn, onPointerDown } = useDraggedIn((from, to) => onChange(withBlock(hours, from, to)));
  const edges = edgesOf(blocks ?? []);
  const isReadOnly = useIsReadOnly();
  return (
    <Root
      className={styles.slider}
      min={0}
      max={wholeDay}
      step={step}
      value={edges}
      preserveThumbOrder
      disabled={!blocks || isReadOnly}
      onValueChange={(moved) => onChange(withEdges(hours, moved))}
      {...(!isReadOnly && { onPointerDown })}
    >
      <Track className={styles.track}>
        <Range hidden />
        {[...(blocks ?? []), ...(drawn ? [{ ...drawn, isOvernight: false }] : [])].map((block) => (
          <Band key={`${block.from} ${block.to}`} {...block} />
        ))}
        {reach > 0 && <span className={styles.reach} style={{ insetInlineStart: 0, inlineSize: share(reach) }} />}
      </Track>
      {edges.map((edge, i) => (
        <Thumb
          // biome-ignore lint/suspicious/noArrayIndexKey: an edge is its place in the row
          key={i}
          className={styles.thumb}
          aria-label={texts.week.edge(day, Math.floor(i / 2) + 1, i % 2 ? 'to' : 'from')}
          aria-valuetext={timeOf(edge)}
        />
      ))}
    </Root>
  );
}

const Band = ({ from, to, isOvernight }: Block) => (
  <span
    className={isOvernight ? `${styles.band} ${styles.overnight}` : styles.band}
    style={{ insetInlineStart: share(from), inlineSize: share(to - from) }}
  />
);

const share = (minutes: number): string => `${(minutes / wholeDay) * 100}%`;
