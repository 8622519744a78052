import { useState } from 'react';
import { Refused } from '../ui/ask';
import { type Entered, type FieldMeta, isEmpty, sent } from './field-meta';

export type Values = Readonly<Record<string, Entered>>;

export interface FieldsForm {
  readonly values: Values;
  /** What Jira said against a field. */
  readonly problems: Readonly<Record<string, string>>;
  /** What it said against none of the fields shown. */
  readonly rest: string | undefined;
  readonly isSending: boolean;
  readonly enter: (fieldId: string, value: Entered) => void;
  /** Sends the form; what was entered stays when it is refused. */
  readonly send: (fields: readonly FieldMeta[], work: () => Promise<unknown>) => void;
}

interface Start {
  readonly values: Values;
  readonly onEntered?: (values: Values) => void;
}

/** The fields of a dialog as they are entered, and what Jira says against them. */
export function useFieldsForm({ values: before, onEntered = () => undefined }: Start): FieldsForm {
  const [values, setValues] = useState(before);
  const [problems, setProblems] = useState<FieldsForm['problems']>({});
  const [rest, setRest] = useState<string>();
  const [isSending, setSending] = useState(false);

  const refused = (fields: readonly FieldMeta[], error: Error): void => {
    const told = error instanceof Refused ? error.fields : {};
    const shown = new Set(fields.map(({ fieldId }) => fieldId));
    setProblems(told);
    const isElsewhere = Object.keys(told).some((id) => !shown.has(id)) || Object.keys(told).length === 0;
    setRest(isElsewhere ? error.message : undefined);
  };

  return {
    values,
    problems,
    rest,
    isSending,
    enter(fieldId, value) {
      const after = { ...values, [fieldId]: value };
      setValues(after);
      onEntered(after);
      setProblems(({ [fieldId]: _mended, ...others }) => others);
    },
    send(fields, work) {
      setSending(true);
      setRest(undefined);
      work()
        .then(
          () => setProblems({}),
          (error: Error) => refused(fields, error),
        )
        .finally(() => setSending(false));
    },
  };
}

/** Those of the fields that were entered, as Jira takes them. */
export const sentFields = (fields: readonly FieldMeta[], values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields
      .filter(({ fieldId }) => !isEmpty(values[fieldId]))
      .map((field) => [field.fieldId, sent(field, values[field.fieldId])]),
  );
