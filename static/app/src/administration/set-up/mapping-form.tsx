import Checkbox from '@atlaskit/checkbox';
import type { SetUpPlan } from '@fettle/set-up/contract';
import type { LevelMapping } from '@fettle/set-up/domain/mapping';
import type { FieldReading } from '@fettle/set-up/domain/reading';
import { Choice } from '../../ui/choice';
import type { Decide } from './decide';
import styles from './set-up.module.css';
import { texts } from './texts';

interface MappingProps {
  readonly plan: SetUpPlan;
  readonly decide: Decide;
}

const grades = ['field:impact', 'field:urgency'];

/** By which levels, priorities and statuses the site is read. */
export function MappingForm(props: MappingProps) {
  const { items, offered, mapping } = props.plan;
  const isUngraded = items.some(({ id, verdict }) => grades.includes(id) && verdict === 'leave');
  return (
    <section aria-label={texts.mapping.title}>
      <h3 className={styles.group}>{texts.mapping.title}</h3>
      <div className={styles.mappings}>
        <Levels {...props} kind="impact" field={offered.impact} mapping={mapping.impact} />
        <Levels {...props} kind="urgency" field={offered.urgency} mapping={mapping.urgency} />
        <Priorities {...props} />
        <Pausing {...props} />
      </div>
      {isUngraded && <p className={styles.why}>{texts.mapping.none}</p>}
    </section>
  );
}

interface LevelsProps extends MappingProps {
  readonly kind: 'impact' | 'urgency';
  readonly field: FieldReading | undefined;
  readonly mapping: LevelMapping | undefined;
}

const levels = [1, 2, 3, 0] as const;

function Levels({ plan: { choices }, decide, kind, field, mapping }: LevelsProps) {
  const options = field?.contexts.flatMap((context) => context.options) ?? [];
  if (!field || !mapping || options.length === 0) return null;
  const set = (option: string, level: number) => {
    const chosen = { ...choices.levels[kind], [option]: levels.find((each) => each === level) ?? 0 };
    decide({ ...choices, levels: { ...choices.levels, [kind]: chosen } });
  };
  return (
    <fieldset className={styles.mapping}>
      <legend>{texts.mapping.levels(field.name)}</legend>
      <p className={styles.why}>{texts.mapping.levelsHelp}</p>
      {options.map(({ id, value }) => (
        <Choice
          key={id}
          label={value}
          value={String(mapping.levels[id] ?? 0)}
          options={levels.map((level) => ({ value: String(level), label: texts.mapping.levelNames[level] ?? '' }))}
          onChange={(level) => set(id, Number(level))}
        />
      ))}
    </fieldset>
  );
}

function Priorities({ plan: { choices, mapping, offered }, decide }: MappingProps) {
  const set = (place: number, id: string) =>
    decide({ ...choices, priorities: mapping.priorities.map((known, at) => (at === place ? id : known)) });
  return (
    <fieldset className={styles.mapping}>
      <legend>{texts.mapping.priorities}</legend>
      <p className={styles.why}>{texts.mapping.prioritiesHelp}</p>
      {mapping.priorities.map((id, place) => (
        <Choice
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row stands for
          key={place}
          label={`P${place + 1}`}
          value={id}
          options={offered.priorities.map((priority) => ({ value: priority.id, label: priority.name }))}
          onChange={(chosen) => set(place, chosen)}
        />
      ))}
    </fieldset>
  );
}

function Pausing({ plan: { choices, mapping, offered }, decide }: MappingProps) {
  const set = (id: string, pauses: boolean) =>
    decide({ ...choices, pausing: [...mapping.pausing.filter((known) => known !== id), ...(pauses ? [id] : [])] });
  const projectOf = (id: string | undefined) => offered.projects.find((project) => project.id === id)?.name;
  return (
    <fieldset className={styles.mapping}>
      <legend>{texts.mapping.pausing}</legend>
      <p className={styles.why}>{texts.mapping.pausingHelp}</p>
      {offered.statuses
        .filter(({ category }) => category !== 'DONE')
        .map(({ id, name, projectId }) => {
          const project = projectOf(projectId);
          return (
            <Checkbox
              key={id}
              label={project === undefined ? name : texts.mapping.statusOf(name, project)}
              isChecked={mapping.pausing.includes(id)}
              onChange={(event) => set(id, event.currentTarget.checked)}
            />
          );
        })}
    </fieldset>
  );
}
