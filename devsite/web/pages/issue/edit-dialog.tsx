import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import { type FormEvent, useState } from 'react';
import { jira } from '../ui/ask';
import { DialogFooter } from '../ui/dialog-footer';
import { entered, type FieldMeta, sent } from './field-meta';
import { FormFields } from './form-fields';
import type { OpenIssue } from './issue';
import { useFieldsForm } from './use-fields-form';

interface EditDialogProps {
  readonly open: OpenIssue;
  readonly onChanged: () => void;
}

/** The button that opens all fields of an issue at once. */
export function EditIssue({ open, onChanged }: EditDialogProps) {
  const [isOpen, setOpen] = useState(false);
  if (!open.editable.some(({ fieldId }) => fieldId === 'summary')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Edit</Button>
      <ModalTransition>
        {isOpen && <EditForm open={open} onChanged={onChanged} onClose={() => setOpen(false)} />}
      </ModalTransition>
    </>
  );
}

const formId = 'edit-issue';

function EditForm({
  open: { issue, editable },
  onChanged,
  onClose,
}: EditDialogProps & { readonly onClose: () => void }) {
  const before = Object.fromEntries(
    editable.map((field) => [field.fieldId, entered(field, issue.fields[field.fieldId])]),
  );
  const form = useFieldsForm({ values: before });
  const isChanged = ({ fieldId }: FieldMeta) => String(form.values[fieldId]) !== String(before[fieldId]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const fields = editable.filter(isChanged).map((field) => [field.fieldId, sent(field, form.values[field.fieldId])]);
    form.send(editable, async () => {
      if (fields.length > 0) await jira('PUT', `/issue/${issue.key}`, { fields: Object.fromEntries(fields) });
      onClose();
      onChanged();
    });
  };
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Edit {issue.key}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={formId} onSubmit={save} noValidate aria-label={`Edit ${issue.key}`}>
          <Stack space="space.200">
            <FormFields name="edit-all" fields={editable} form={form} assignableIn={{ issueKey: issue.key }} />
          </Stack>
        </form>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button type="submit" form={formId} appearance="primary" isLoading={form.isSending}>
          Save changes
        </Button>
      </DialogFooter>
    </Modal>
  );
}
