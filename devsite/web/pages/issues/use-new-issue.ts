import { useState } from 'react';
import { type FieldMeta, sent } from '../issue/field-meta';
import { jira, Refused } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { goTo } from '../ui/routing';

type Values = Readonly<Record<string, string>>;

export interface NewIssueForm {
  readonly values: Values;
  /** What is wrong, by field. */
  readonly problems: Values;
  readonly isCreating: boolean;
  enter(fieldId: string, value: string): void;
  /** Makes the issue and opens it; what was entered stays when it is refused. */
  create(fields: readonly FieldMeta[]): void;
}

const refusal = 'The issue was not created';

export function useNewIssue(projectId: string, typeId: string, onClose: () => void): NewIssueForm {
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<Values>({});
  const [isCreating, setCreating] = useState(false);
  const { show, close, refuse } = useFlags();

  const created = ({ key }: { readonly key: string }): void => {
    onClose();
    close(refusal);
    show({ id: key, title: `${key} was created`, appearance: 'success', isPassing: true });
    goTo(`/browse/${key}`);
  };
  const refused = (error: unknown): void => {
    if (error instanceof Refused) setProblems(error.fields);
    refuse(refusal, error);
  };
  const create = (fields: readonly FieldMeta[]): void => {
    const missing = fields.filter(({ required, fieldId }) => required && !values[fieldId]);
    setProblems(Object.fromEntries(missing.map(({ fieldId, name }) => [fieldId, `${name} is needed.`])));
    if (missing.length > 0) return;
    setCreating(true);
    const body = { project: { id: projectId }, issuetype: { id: typeId }, ...sentFields(fields, values) };
    void jira<{ key: string }>('POST', '/issue', { fields: body })
      .then(created, refused)
      .finally(() => setCreating(false));
  };

  return {
    values,
    problems,
    isCreating,
    enter: (fieldId, value) => setValues((before) => ({ ...before, [fieldId]: value })),
    create,
  };
}

const sentFields = (fields: readonly FieldMeta[], values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.filter(({ fieldId }) => values[fieldId]).map((field) => [field.fieldId, sent(field, values[field.fieldId])]),
  );
