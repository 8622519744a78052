import Button from '@atlaskit/button/new';
import { ModalBody, ModalFooter } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import type { FormEvent, ReactNode } from 'react';
import { FieldInput } from '../issue/field-input';
import type { FieldMeta } from '../issue/field-meta';
import { fieldsOfForm } from '../issue/issue';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import type { Project } from './issue-search';
import { type NewIssueForm, useNewIssue } from './use-new-issue';

interface NewIssueProps {
  readonly project: Project;
  readonly type: { readonly id: string };
  readonly onClose: () => void;
  /** What stands above the fields. */
  readonly children: ReactNode;
}

/** Ties the button, which stands in the dialog's foot, to the fields. */
const formId = 'create-issue';

/** The fields of a new issue, and the button that makes it. */
export function NewIssue({ project, type, onClose, children }: NewIssueProps) {
  const meta = useLoaded(`fields ${project.key} ${type.id}`, () => fieldsOfForm(project.key, type.id));
  const form = useNewIssue(project.id, type.id, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (meta.state === 'ready' && !form.isCreating) form.create(meta.value);
  };

  return (
    <>
      <ModalBody>
        <form id={formId} onSubmit={submit} noValidate aria-label="New issue">
          <Stack space="space.200">
            {children}
            <Loaded of={meta} what="the fields">
              {(fields) => (
                <>
                  {fields.map((field) => (
                    <NewField key={field.fieldId} field={field} projectKey={project.key} form={form} />
                  ))}
                </>
              )}
            </Loaded>
          </Stack>
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          form={formId}
          appearance="primary"
          isDisabled={meta.state !== 'ready'}
          isLoading={form.isCreating}
        >
          Create issue
        </Button>
      </ModalFooter>
    </>
  );
}

interface NewFieldProps {
  readonly field: FieldMeta;
  readonly projectKey: string;
  readonly form: NewIssueForm;
}

function NewField({ field, projectKey, form: { values, problems, enter } }: NewFieldProps) {
  const id = `create-${field.fieldId}`;
  const problem = problems[field.fieldId];
  return (
    <Labelled label={field.name} id={id} isRequired={field.required} problem={problem}>
      <FieldInput
        id={id}
        field={field}
        value={values[field.fieldId]}
        assignableIn={{ project: projectKey }}
        isInvalid={problem !== undefined}
        onChange={(value) => enter(field.fieldId, value)}
      />
    </Labelled>
  );
}
