import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import styles from './form.module.css';

interface TextInputProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  /** What is wrong with it; shown once the field was left. */
  readonly problem?: string | undefined;
  readonly type?: 'text' | 'number' | 'date' | 'time';
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
}

/** A line of text under its label, judged as it is left. */
export function TextInput({ label, help, value, problem, type = 'text', onChange, onLeave }: TextInputProps) {
  const id = useId();
  const [wasLeft, setLeft] = useState(false);
  const told = wasLeft ? problem : undefined;
  const described = [help ? `${id}-help` : '', told ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {help && (
        <span id={`${id}-help`} className={styles.help}>
          {help}
        </span>
      )}
      <Textfield
        id={id}
        type={type}
        isCompact
        isInvalid={told !== undefined}
        aria-describedby={described || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => {
          setLeft(true);
          onLeave?.();
        }}
      />
      {told && (
        <span id={`${id}-problem`} className={styles.problem}>
          {told}
        </span>
      )}
    </div>
  );
}
