import { Choice, Several } from '../../../ui/late-fields';
import { TextInput } from '../../../ui/text-input';
import { texts } from '../texts';
import { type Choices, idsOfStatuses, namesOfStatuses, type State, stateWords, statusOptions } from '../words';
import { PartRows } from './part-rows';
import styles from './sentence.module.css';

interface StateListProps {
  /** What the list stands for: `pauses while`. */
  readonly part: string;
  readonly states: readonly State[];
  readonly choices: Choices;
  readonly problemAt: (place: string) => string | undefined;
  readonly onChange: (states: State[]) => void;
}

const kinds = ['in-status', 'jql'] as const;

/** States of an issue, any of which does. */
export function StateList({ part, states, choices, problemAt, onChange }: StateListProps) {
  return (
    <PartRows
      of={states}
      wordsOf={(state) => stateWords(state, choices)}
      problemAt={problemAt}
      fresh={{ kind: 'in-status', statuses: [] }}
      onChange={onChange}
    >
      {(state, i, set) => (
        <>
          <div className={styles.kind}>
            <Choice
              label={texts.sentence.kind(part, i + 1)}
              isLabelHidden
              value={state.kind}
              options={kinds.map((kind) => ({ value: kind, label: texts.sentence.kinds[kind] }))}
              onChange={(kind) => set(kind === 'jql' ? { kind: 'jql', jql: '' } : { kind: 'in-status', statuses: [] })}
            />
          </div>
          <div className={styles.values}>
            {state.kind === 'jql' ? (
              <TextInput
                label={`${texts.sentence.values(part, i + 1)} ${texts.sentence.jql}`}
                isLabelHidden
                isCode
                value={state.jql}
                onChange={(jql) => set({ kind: 'jql', jql })}
              />
            ) : (
              <Several
                label={texts.sentence.values(part, i + 1)}
                placeholder={texts.sentence.pick}
                values={namesOfStatuses(state.statuses, choices.statuses)}
                options={statusOptions(choices.statuses)}
                onChange={(names) => set({ kind: 'in-status', statuses: idsOfStatuses(names, choices.statuses) })}
              />
            )}
          </div>
        </>
      )}
    </PartRows>
  );
}
