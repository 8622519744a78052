import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import TextArea from '@atlaskit/textarea';
import { type FormEvent, useState } from 'react';
import { jira } from '../ui/ask';
import { DialogFooter } from '../ui/dialog-footer';
import { Labelled } from '../ui/labelled';
import { documentOf } from './document';
import { entered } from './field-meta';
import { FormFields } from './form-fields';
import type { Issue } from './issue';
import type { Transition } from './transitions';
import { sentFields, useFieldsForm } from './use-fields-form';

interface TransitionDialogProps {
  readonly issue: Issue;
  /** The move chosen; no dialog without one. */
  readonly transition: Transition | undefined;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Asks for what stands on a move's screen, and makes it. */
export function TransitionDialog({ transition, ...rest }: TransitionDialogProps) {
  return <ModalTransition>{transition && <MoveForm transition={transition} {...rest} />}</ModalTransition>;
}

type MoveFormProps = TransitionDialogProps & { readonly transition: Transition };

const formId = 'move-issue';

function MoveForm({ issue, transition, onClose, onMoved }: MoveFormProps) {
  const { fields, id } = transition;
  const [comment, setComment] = useState('');
  const form = useFieldsForm({
    values: Object.fromEntries(fields.map((field) => [field.fieldId, entered(field, issue.fields[field.fieldId])])),
  });
  const move = (event: FormEvent) => {
    event.preventDefault();
    const body = {
      transition: { id },
      fields: sentFields(fields, form.values),
      ...(comment.trim() && { update: { comment: [{ add: { body: documentOf(comment) } }] } }),
    };
    form.send(fields, async () => {
      await jira('POST', `/issue/${issue.key}/transitions`, body);
      onMoved();
    });
  };

  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>
          {transition.name}: {issue.key}
        </ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={formId} onSubmit={move} noValidate aria-label={transition.name}>
          <Stack space="space.200">
            <FormFields name="transition" fields={fields} form={form} assignableIn={{ issueKey: issue.key }} />
            <Labelled label="Comment" id="transition-comment">
              <TextArea
                id="transition-comment"
                value={comment}
                minimumRows={4}
                onChange={({ currentTarget }) => setComment(currentTarget.value)}
              />
            </Labelled>
          </Stack>
        </form>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button type="submit" form={formId} appearance="primary" isLoading={form.isSending}>
          Move to {transition.to.name}
        </Button>
      </DialogFooter>
    </Modal>
  );
}
