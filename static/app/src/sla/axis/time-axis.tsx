import type { LevelAt } from '../level-at';
import { texts } from '../texts';
import { AxisDrawing } from './axis-drawing';
import { flagsOf, lastOf } from './axis-flags';
import { AxisMarks } from './axis-marks';
import { placedFlags } from './flags';
import { markGroups } from './mark-groups';
import { timeScale } from './scale';
import { joined, stretchesOf } from './stretches';
import styles from './time-axis.module.css';
import { timeTicks } from './time-ticks';
import { useWidth } from './use-width';

/** The room that the words of a tick take. */
const TICK = 84;

/** The clock's life from the creation of the issue to its end, to now or to the due instant. */
export function TimeAxis({ level, born, now, timeZone, names, calendars }: LevelAt) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const { clock, current, explanation } = level;
  const scale = timeScale(born, lastOf(clock, now), width);
  const finest = scale.spanOf(2);
  const groups = markGroups(
    explanation.marks.filter(({ at }) => at <= scale.to),
    scale,
  );
  const flags = placedFlags(flagsOf(clock, now, names), scale);
  return (
    <div ref={frame} className={flags.some(({ line }) => line === 1) ? styles.tall : styles.axis}>
      {width > 0 && current && (
        <>
          <AxisDrawing
            label={texts.timeline(names.when(scale.from), names.when(scale.to))}
            width={width}
            scale={scale}
            bands={joined(current.time.periods(scale.from, scale.to), finest)}
            stretches={stretchesOf({ clock, calendars, now, finest })}
            ticks={timeTicks({ from: scale.from, to: scale.to, timeZone, most: Math.max(2, Math.floor(width / TICK)) })}
            flags={flags}
            stems={groups.map(({ x }) => x)}
          />
          <AxisMarks groups={groups} width={width} when={names.when} />
        </>
      )}
    </div>
  );
}
