import styles from './axis-flags-drawing.module.css';
import type { PlacedFlag } from './flags';
import { layout } from './layout';

/** Named instants: a line through the plot, the words above it. */
export const AxisFlags = ({ flags }: { readonly flags: readonly PlacedFlag[] }) =>
  flags.map(({ text, tone, x, anchor, line, isReached }) => (
    <g key={text} className={styles[tone]}>
      <line
        x1={x}
        x2={x}
        y1={layout.plotTop - (isReached ? (line ?? 0) * layout.flagLine : 0)}
        y2={layout.plotBottom}
      />
      {line !== null && (
        <text x={x + (anchor === 'start' ? 4 : -4)} y={layout.flagWords - line * layout.flagLine} textAnchor={anchor}>
          {text}
        </text>
      )}
    </g>
  ));
