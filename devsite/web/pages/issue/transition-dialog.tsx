import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack } from '@atlaskit/primitives';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Labelled } from '../ui/labelled';
import { Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import { documentOf } from './document';
import type { Transition } from './transitions';

interface TransitionDialogProps {
  readonly issueKey: string;
  /** The move chosen; no dialog without one. */
  readonly transition: Transition | undefined;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Asks what goes with a move, a resolution and a comment, and makes it. */
export function TransitionDialog({ transition, ...rest }: TransitionDialogProps) {
  return <ModalTransition>{transition && <MoveForm transition={transition} {...rest} />}</ModalTransition>;
}

type MoveFormProps = TransitionDialogProps & { readonly transition: Transition };

function MoveForm({ issueKey, transition, onClose, onMoved }: MoveFormProps) {
  const [comment, setComment] = useState('');
  const [resolution, setResolution] = useState('');
  const [moving, setMoving] = useState(false);
  const { close, refuse } = useFlags();
  const refusal = `${issueKey} was not moved`;

  const move = () => {
    setMoving(true);
    jira('POST', `/issue/${issueKey}/transitions`, moveBody(transition.id, comment, resolution))
      .then(
        () => {
          close(refusal);
          onMoved();
        },
        (error) => refuse(refusal, error),
      )
      .finally(() => setMoving(false));
  };

  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>
          {transition.name}: {issueKey}
        </ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          {transition.to.statusCategory.key === 'done' && (
            <ResolutionPick value={resolution} onChosen={setResolution} />
          )}
          <Labelled label="Comment" id="transition-comment">
            <TextArea
              id="transition-comment"
              value={comment}
              minimumRows={4}
              onChange={({ currentTarget }) => setComment(currentTarget.value)}
            />
          </Labelled>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" isLoading={moving} onClick={move}>
          Move to {transition.to.name}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

interface ResolutionPickProps {
  readonly value: string;
  readonly onChosen: (id: string) => void;
}

function ResolutionPick({ value, onChosen }: ResolutionPickProps) {
  const known = useLoaded('resolutions', () => jira<readonly { id: string; name: string }[]>('GET', '/resolution'));
  const all = known.state === 'ready' ? known.value : [];
  return (
    <Labelled label="Resolution" id="transition-resolution">
      <Pick
        id="transition-resolution"
        value={value}
        options={[{ value: '', label: 'The usual one' }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
        onChosen={onChosen}
      />
    </Labelled>
  );
}

const moveBody = (id: string, comment: string, resolution: string) => ({
  transition: { id },
  ...(resolution && { fields: { resolution: { id: resolution } } }),
  ...(comment.trim() && { update: { comment: [{ add: { body: documentOf(comment) } }] } }),
});
