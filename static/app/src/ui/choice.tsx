import Select from '@atlaskit/select';
import { isolated } from '@fettle/kernel/names';
import { useId } from 'react';
import styles from './form.module.css';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** An option as it is shown: one whose name nobody sees too. */
export const labelOf = ({ label }: ChoiceOption): string => isolated(label);

interface ChoiceProps {
  readonly label: string;
  /** Read out, not shown: where the place says it. */
  readonly isLabelHidden?: boolean;
  /** Read out instead of the label, where several on a page share it. */
  readonly labelFor?: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly problem?: string | undefined;
}

/** One of several, under its label. */
export function Choice({ label, isLabelHidden, labelFor, value, options, onChange, help, problem }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {help && <span className={styles.help}>{help}</span>}
      <Select<ChoiceOption>
        inputId={id}
        aria-label={labelFor ?? (isLabelHidden ? label : undefined)}
        spacing="compact"
        isSearchable={options.length > 8}
        isInvalid={problem !== undefined}
        menuPosition="fixed"
        value={options.find((option) => option.value === value) ?? null}
        options={options}
        getOptionLabel={labelOf}
        onChange={(chosen) => chosen && onChange(chosen.value)}
      />
      {problem && <span className={styles.problem}>{problem}</span>}
    </div>
  );
}
