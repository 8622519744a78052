import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { afterPress } from './after-press';
import styles from './form.module.css';
import { useIsReadOnly } from './read-only';

interface TextInputProps {
  readonly label: string;
  /** Read out, not shown: where the place says it. */
  readonly isLabelHidden?: boolean;
  /** Read out instead of the label, where several on a page share it. */
  readonly labelFor?: string;
  readonly help?: string;
  readonly value: string;
  /** What is wrong with it; shown once the field was left, or at once where `isTold`. */
  readonly problem?: string | undefined;
  readonly isTold?: boolean;
  /** For what is written in a language of machines. */
  readonly isCode?: boolean;
  readonly placeholder?: string;
  readonly type?: 'text' | 'number' | 'date' | 'time';
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

/** A line of text under its label, judged as it is left. */
export function TextInput(props: TextInputProps) {
  const { label, isLabelHidden, help, problem, isTold } = props;
  const id = useId();
  const [wasLeft, setLeft] = useState(false);
  const told = wasLeft || isTold ? problem : undefined;
  return (
    <div className={styles.field}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      {help && (
        <span id={`${id}-help`} className={styles.help}>
          {help}
        </span>
      )}
      <Line {...props} id={id} told={told} onBlur={() => afterPress(() => setLeft(true))} />
      {told && (
        <span id={`${id}-problem`} className={styles.problem}>
          {told}
        </span>
      )}
    </div>
  );
}

interface LineProps extends TextInputProps {
  readonly id: string;
  readonly told: string | undefined;
  readonly onBlur: () => void;
}

function Line({
  id,
  told,
  label,
  isLabelHidden,
  labelFor,
  help,
  value,
  isCode,
  placeholder,
  type = 'text',
  ...on
}: LineProps) {
  const isReadOnly = useIsReadOnly();
  const described = [help ? `${id}-help` : '', told ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <Textfield
      id={id}
      type={type}
      isCompact
      isMonospaced={isCode ?? false}
      isReadOnly={isReadOnly}
      appearance={isReadOnly ? 'subtle' : 'standard'}
      {...(placeholder !== undefined && { placeholder })}
      aria-label={labelFor ?? (isLabelHidden ? label : undefined)}
      isInvalid={told !== undefined}
      aria-describedby={described || undefined}
      value={value}
      onChange={(event) => on.onChange(event.currentTarget.value)}
      onBlur={() => {
        on.onBlur();
        on.onLeave?.();
      }}
    />
  );
}
