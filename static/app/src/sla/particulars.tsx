import { formatDuration, workingDayOf } from '@fettle/sla/domain/duration-words';
import { viewerTime } from '@fettle/sla/domain/viewer-time';
import type { LevelAt } from './level-at';
import styles from './particulars.module.css';
import { texts } from './texts';

/** By which rule a clock runs: definition, goal and calendar. */
export function Particulars({ level, now }: LevelAt) {
  const rows = rowsOf(level, now);
  return (
    <dl className={styles.list}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Row = readonly [name: string, value: string];

function rowsOf(
  { definition, clock, explanation, current, notSent }: LevelAt['level'],
  now: LevelAt['now'],
): readonly Row[] {
  const told = explanation.cycles.at(-1);
  const named: Row = [texts.definition, explanation.definition];
  if (!current || !told) return [named, [texts.goal, texts.noGoal]];
  const { cycle, calendar, time } = current;
  const due = clock.dueAt ?? clock.dueIfResumed;
  const jql = definition.goals.find(({ id }) => id === cycle.goalId)?.jql;
  const others = told.alsoMatching.join(', ');
  const goal = texts.goalOf(told.goal, formatDuration(cycle.target, workingDayOf(time, now)));
  return [
    named,
    [texts.goal, jql ? texts.matched(goal, jql) : goal],
    [texts.alsoMatching, others || texts.noOther],
    [texts.calendar, texts.kept(calendar.name, calendar.timeZone)],
    ...(notSent.length === 0 ? [] : [[texts.notSent, notSent.join(' ')] as const]),
    ...(due === null ? [] : [[texts.dueIn(calendar.timeZone), viewerTime(calendar.timeZone, now).when(due)] as const]),
  ];
}
