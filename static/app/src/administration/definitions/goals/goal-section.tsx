import Button from '@atlaskit/button/new';
import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { GoalDraft } from '@fettle/sla/domain/draft';
import { useEffect, useRef, useState } from 'react';
import { Announced } from '../../../ui/only-heard';
import { Editing } from '../../../ui/read-only';
import editor from '../../editor.module.css';
import { newGoal } from '../new-definition';
import { texts } from '../texts';
import type { Choices } from '../words';
import { GoalRow } from './goal-row';
import styles from './goals.module.css';

interface GoalSectionProps {
  readonly goals: readonly GoalDraft[];
  readonly calendars: readonly WorkingCalendar[];
  readonly dateFields: Choices['dateFields'];
  readonly counts: readonly (number | undefined)[] | undefined;
  /** The query of a goal's own list. */
  readonly listOf: (goal: GoalDraft) => string;
  readonly problemAt: (place: string) => string | undefined;
  readonly warningAt: (place: string) => string | undefined;
  readonly onChange: (goals: GoalDraft[]) => void;
}

/** The goals in the order in which they are tried. */
export function GoalSection(props: GoalSectionProps) {
  const { goals, calendars, counts, problemAt, warningAt, onChange } = props;
  const { list, told, move } = useMoves(goals, onChange);
  const general = problemAt('goals') ?? warningAt('goals');
  return (
    <section className={editor.section} aria-label={texts.goals.title}>
      <h3 className={editor.heading}>{texts.goals.title}</h3>
      <p className={editor.quiet}>{texts.goals.help}</p>
      <ol className={styles.goals} ref={list}>
        {goals.map((goal, i) => (
          <GoalRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row stands for
            key={i}
            goal={goal}
            place={i}
            of={goals.length}
            calendars={calendars}
            dateFields={props.dateFields}
            count={counts ? (counts[i] ?? 'unknown') : 'counting'}
            list={props.listOf(goal)}
            problemAt={(place) => problemAt(`goals[${i}]${place}`)}
            warning={warningAt(`goals[${i}]`)}
            onChange={(changed) => onChange(goals.map((known, at) => (at === i ? changed : known)))}
            onMove={(to) => move(i, to)}
            onRemove={() => onChange(goals.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <Announced>{told}</Announced>
      {general && <p className={problemAt('goals') ? editor.problem : editor.quiet}>{general}</p>}
      <Editing>
        <div>
          <Button onClick={() => onChange([...goals, { ...newGoal(calendars[0]?.id ?? ''), name: '' }])}>
            {texts.goals.add}
          </Button>
        </div>
      </Editing>
    </section>
  );
}

/** Moves goals, and takes the focus along with the one that is moved. */
function useMoves(goals: readonly GoalDraft[], onChange: GoalSectionProps['onChange']) {
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly to: number; readonly way: 'up' | 'down'; readonly told: string }>();

  useEffect(() => {
    if (!moved) return;
    const buttons = list.current?.children[moved.to]?.querySelectorAll<HTMLButtonElement>('[data-way] button');
    const [up, down] = buttons ?? [];
    const [wanted, other] = moved.way === 'up' ? [up, down] : [down, up];
    (wanted?.disabled ? other : wanted)?.focus();
  }, [moved]);

  const move = (from: number, to: number) => {
    const goal = goals[from];
    if (!goal || to < 0 || to >= goals.length) return;
    onChange(goals.filter((_, at) => at !== from).toSpliced(to, 0, goal));
    setMoved({ to, way: to < from ? 'up' : 'down', told: texts.goals.moved(goal.name, to + 1, goals.length) });
  };
  return { list, told: moved?.told ?? '', move };
}
