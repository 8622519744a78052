import type { Period } from '@fettle/calendar/working-time';
import { useId } from 'react';
import { texts } from '../texts';
import styles from './axis-drawing.module.css';
import { AxisFlags } from './axis-flags-drawing';
import type { PlacedFlag } from './flags';
import { layout } from './layout';
import type { Scale } from './scale';
import type { Stretch } from './stretches';
import type { Tick } from './time-ticks';
import { Track } from './track';

interface AxisDrawingProps {
  readonly label: string;
  readonly width: number;
  readonly scale: Scale;
  readonly bands: readonly Period[];
  readonly stretches: readonly Stretch[];
  readonly ticks: readonly Tick[];
  readonly flags: readonly PlacedFlag[];
  /** Where marks stand on the track. */
  readonly stems: readonly number[];
}

/** The least width that the words "open hours" fit in. */
const WORDED = 72;
const LETTER = 6.5;

export function AxisDrawing({ label, width, scale, bands, stretches, ticks, flags, stems }: AxisDrawingProps) {
  const hatching = `hatching-${useId().replaceAll(':', '')}`;
  const { x } = scale;
  const worded = bands.find(({ start, end }) => x(end) - x(start) >= WORDED);
  return (
    <svg role="img" aria-label={label} width={width} height={layout.height} className={styles.drawing}>
      <defs>
        <pattern id={hatching} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.hatchGround} />
          <rect width="2" height="6" className={styles.hatch} />
        </pattern>
      </defs>
      {bands.map(({ start, end }) => (
        <rect
          key={start}
          className={styles.band}
          x={x(start)}
          y={layout.plotTop}
          width={Math.max(1, x(end) - x(start))}
          height={layout.plotBottom - layout.plotTop}
        />
      ))}
      {worded && (
        <text className={styles.words} x={x(worded.start) + 4} y={layout.plotBottom - 4}>
          {texts.openHours}
        </text>
      )}
      {stems.map((at) => (
        <line key={at} className={styles.stem} x1={at} x2={at} y1={layout.marks} y2={layout.trackBottom} />
      ))}
      <Track stretches={stretches} scale={scale} hatching={hatching} />
      {ticks.map(({ at, label: words }) => (
        <g key={at}>
          <line className={styles.tick} x1={x(at)} x2={x(at)} y1={layout.plotBottom} y2={layout.plotBottom + 4} />
          <text className={styles.words} x={within(x(at), words, width)} y={layout.tickWords} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
      <AxisFlags flags={flags} />
    </svg>
  );
}

/** Where the middle of the words goes so that none of them leaves the drawing. */
function within(at: number, words: string, width: number): number {
  const half = (words.length * LETTER) / 2;
  return Math.min(Math.max(at, half), width - half);
}
