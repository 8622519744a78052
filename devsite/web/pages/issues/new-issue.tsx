import Button from '@atlaskit/button/new';
import { ModalBody } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import type { FormEvent, ReactNode } from 'react';
import type { FieldMeta } from '../issue/field-meta';
import { FormFields } from '../issue/form-fields';
import { fieldsOfForm } from '../issue/issue';
import { sentFields, useFieldsForm, type Values } from '../issue/use-fields-form';
import { type Person, usePerson } from '../shell/session';
import { jira } from '../ui/ask';
import { DialogFooter } from '../ui/dialog-footer';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { goTo } from '../ui/routing';
import { useLoaded } from '../ui/use-loaded';
import type { Project } from './issue-search';

interface NewIssueProps {
  readonly project: Project;
  readonly type: { readonly id: string };
  readonly onClose: () => void;
  /** What stands above the fields. */
  readonly children: ReactNode;
}

/** Ties the button, which stands in the dialog's foot, to the fields. */
const formId = 'create-issue';

/** Where what is entered is kept in this window until the issue is made or given up. */
const draft = 'devsite.draft.create';
const keep = (values: Values): void => sessionStorage.setItem(draft, JSON.stringify(values));
const forget = (): void => sessionStorage.removeItem(draft);
const kept = (): Values => JSON.parse(sessionStorage.getItem(draft) ?? '{}');

/** Jira has whoever creates an issue for its reporter if nobody says. */
const reportedBy = (field: FieldMeta, { accountId, displayName }: Person): FieldMeta =>
  field.fieldId === 'reporter' ? { ...field, defaultValue: { accountId, displayName } } : field;

/** The fields of a new issue, and the button that makes it. */
export function NewIssue({ project, type, onClose, children }: NewIssueProps) {
  const meta = useLoaded(`fields ${project.key} ${type.id}`, () => fieldsOfForm(project.key, type.id));
  const form = useFieldsForm({ values: kept(), onEntered: keep });
  const { show } = useFlags();
  const person = usePerson();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (meta.state !== 'ready' || form.isSending) return;
    const fields = { project: { id: project.id }, issuetype: { id: type.id }, ...sentFields(meta.value, form.values) };
    form.send(meta.value, async () => {
      const { key } = await jira<{ key: string }>('POST', '/issue', { fields });
      forget();
      onClose();
      show({ id: key, title: `${key} was created`, appearance: 'success', isPassing: true });
      goTo(`/browse/${key}`);
    });
  };
  const cancel = () => {
    forget();
    onClose();
  };

  return (
    <>
      <ModalBody>
        <form id={formId} onSubmit={submit} noValidate aria-label="New issue">
          <Stack space="space.200">
            {children}
            <Loaded of={meta} what="the fields">
              {(fields) => (
                <FormFields
                  name="create"
                  fields={fields.map((field) => reportedBy(field, person))}
                  form={form}
                  assignableIn={{ project: project.key }}
                />
              )}
            </Loaded>
          </Stack>
        </form>
      </ModalBody>
      <DialogFooter onCancel={cancel}>
        <Button
          type="submit"
          form={formId}
          appearance="primary"
          isDisabled={meta.state !== 'ready'}
          isLoading={form.isSending}
        >
          Create issue
        </Button>
      </DialogFooter>
    </>
  );
}
