import Select from '@atlaskit/select';
import { type ChoiceOption, labelOf } from './choice';
import styles from './form.module.css';

interface SeveralProps {
  /** Read out: the place says it. */
  readonly label: string;
  readonly values: readonly string[];
  readonly options: readonly ChoiceOption[];
  readonly placeholder?: string;
  readonly problem?: string | undefined;
  readonly onChange: (values: readonly string[]) => void;
}

/** Any number of several. */
export function Several({ label, values, options, placeholder = '', problem, onChange }: SeveralProps) {
  return (
    <div className={styles.field}>
      <Select<ChoiceOption, true>
        isMulti
        aria-label={label}
        spacing="compact"
        placeholder={placeholder}
        isClearable={false}
        isInvalid={problem !== undefined}
        menuPosition="fixed"
        value={options.filter(({ value }) => values.includes(value))}
        options={options}
        getOptionLabel={labelOf}
        onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      />
      {problem && <span className={styles.problem}>{problem}</span>}
    </div>
  );
}
