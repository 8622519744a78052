import SectionMessage from '@atlaskit/section-message';
import { Labelled } from '../ui/labelled';
import { FieldInput } from './field-input';
import type { FieldInputProps } from './field-input-props';
import type { FieldMeta } from './field-meta';
import type { FieldsForm } from './use-fields-form';

interface FormFieldsProps {
  /** Begins the ids of its controls. */
  readonly name: string;
  readonly fields: readonly FieldMeta[];
  readonly form: FieldsForm;
  readonly assignableIn: FieldInputProps['assignableIn'];
}

/** The fields of a form, each with what Jira said against it; what it said besides stands above. */
export function FormFields({ name, fields, form: { values, problems, rest, enter }, assignableIn }: FormFieldsProps) {
  return (
    <>
      {rest && (
        <SectionMessage appearance="error" title="Jira refused it">
          <p>{rest} Nothing was lost.</p>
        </SectionMessage>
      )}
      {fields.map((field) => {
        const id = `${name}-${field.fieldId}`;
        const problem = problems[field.fieldId];
        return (
          <Labelled key={id} label={field.name} id={id} isRequired={field.required} problem={problem}>
            <FieldInput
              id={id}
              field={field}
              value={values[field.fieldId]}
              assignableIn={assignableIn}
              isInvalid={problem !== undefined}
              onChange={(value) => enter(field.fieldId, value)}
            />
          </Labelled>
        );
      })}
    </>
  );
}
