import type { TriggerDraft } from '@fettle/sla/domain/draft';
import { useCall } from '../../../rpc/use-call';
import type { ChoiceOption } from '../../../ui/choice';
import { Choice, Several } from '../../../ui/late-fields';
import { texts } from '../texts';
import { type Choices, idsOfStatuses, namesOfStatuses, statusOptions, triggerWords } from '../words';
import { PartRows } from './part-rows';
import styles from './sentence.module.css';

interface TriggerListProps {
  /** What the list stands for: `starts when`. */
  readonly part: string;
  readonly triggers: readonly TriggerDraft[];
  readonly choices: Choices;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (triggers: TriggerDraft[]) => void;
}

/** What happens to an issue, any of which does. */
export function TriggerList({ part, triggers, choices, problemAt, onChange }: TriggerListProps) {
  const options = kindOptions(choices);
  return (
    <PartRows
      of={triggers}
      wordsOf={(trigger) => triggerWords(trigger, choices)}
      problemAt={problemAt}
      fresh={{ kind: 'enters-category', category: 'done' }}
      onChange={onChange}
    >
      {(trigger, i, set) => (
        <>
          <div className={styles.kind}>
            <Choice
              label={texts.sentence.kind(part, i + 1)}
              isLabelHidden
              value={kindOf(trigger)}
              options={options}
              onChange={(kind) => set(triggerOf(kind))}
            />
          </div>
          {trigger.kind === 'enters' && (
            <div className={styles.values}>
              <Values
                label={texts.sentence.values(part, i + 1)}
                trigger={trigger}
                choices={choices}
                onChange={(values) => set({ ...trigger, values: [...values] })}
              />
            </div>
          )}
        </>
      )}
    </PartRows>
  );
}

interface ValuesProps {
  readonly label: string;
  readonly trigger: Extract<TriggerDraft, { kind: 'enters' }>;
  readonly choices: Choices;
  readonly onChange: (values: readonly string[]) => void;
}

function Values(props: ValuesProps) {
  const { label, trigger, choices, onChange } = props;
  if (trigger.field === 'status')
    return (
      <Several
        label={label}
        placeholder={texts.sentence.pick}
        values={namesOfStatuses(trigger.values, choices.statuses)}
        options={statusOptions(choices.statuses)}
        onChange={(names) => onChange(idsOfStatuses(names, choices.statuses))}
      />
    );
  if (trigger.field === 'priority') return <Named {...props} options={named(choices.priorities)} />;
  return <FieldValues {...props} />;
}

function FieldValues(props: ValuesProps) {
  const { answer } = useCall('fieldChoices', { field: props.trigger.field });
  return <Named {...props} options={answer.state === 'ready' ? named(answer.value.values) : []} />;
}

const Named = ({ label, trigger, options, onChange }: ValuesProps & { readonly options: readonly ChoiceOption[] }) => (
  <Several
    label={label}
    placeholder={texts.sentence.pick}
    values={trigger.values}
    options={options}
    onChange={onChange}
  />
);

const named = (choices: readonly { readonly id: string; readonly name: string }[]): readonly ChoiceOption[] =>
  choices.map(({ id, name }) => ({ value: id, label: name }));

const plainKinds = [
  'created',
  'comment:not-reporter',
  'comment:reporter',
  'comment:anyone',
  'category:done',
  'category:indeterminate',
  'category:new',
] as const;

const kindOptions = ({ choiceFields }: Choices): readonly ChoiceOption[] => [
  ...plainKinds.map((kind) => ({ value: kind, label: texts.sentence.kinds[kind] })),
  ...[{ id: 'status', name: 'Status' }, { id: 'priority', name: 'Priority' }, ...choiceFields].map(({ id, name }) => ({
    value: `field:${id}`,
    label: texts.sentence.becomes(name),
  })),
];

function kindOf(trigger: TriggerDraft): string {
  if (trigger.kind === 'comment') return `comment:${trigger.by}`;
  if (trigger.kind === 'enters-category') return `category:${trigger.category}`;
  return trigger.kind === 'enters' ? `field:${trigger.field}` : trigger.kind;
}

function triggerOf(kind: string): TriggerDraft {
  const [word = '', of = ''] = kind.split(':');
  if (word === 'comment') return { kind: 'comment', by: of as 'reporter' };
  if (word === 'category') return { kind: 'enters-category', category: of as 'done' };
  return word === 'field' ? { kind: 'enters', field: of, values: [] } : { kind: 'created' };
}
