import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import { useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { useFlags } from '../ui/flags';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import { type BulkChoice, bulkChoice, editTogether, MOST_ISSUES, mayBulkChange, optionName } from './bulk-edit';
import { BulkTask } from './bulk-task';

interface BulkChangeProps {
  readonly jql: string;
  readonly onChanged: () => void;
}

/** The way to change a field of all that a query finds; nothing for who may not. */
export function BulkChange({ jql, onChanged }: BulkChangeProps) {
  const held = useLoaded('bulk change', mayBulkChange);
  const [isOpen, setOpen] = useState(false);
  if (held.state !== 'ready' || !held.value) return null;
  const close = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Bulk change</Button>
      <ModalTransition>{isOpen && <BulkDialog jql={jql} onClose={close} />}</ModalTransition>
    </>
  );
}

function BulkDialog({ jql, onClose }: { readonly jql: string; readonly onClose: () => void }) {
  const choice = useLoaded(`bulk ${jql}`, () => bulkChoice(jql));
  const [taskId, setTaskId] = useState<string>();
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Bulk change</ModalTitle>
      </ModalHeader>
      {taskId === undefined ? (
        <Loaded of={choice} what="what can be changed">
          {(told) => <BulkForm choice={told} onClose={onClose} onBegun={setTaskId} />}
        </Loaded>
      ) : (
        <BulkTask taskId={taskId} onLeave={onClose} />
      )}
    </Modal>
  );
}

interface BulkFormProps {
  readonly choice: BulkChoice;
  readonly onClose: () => void;
  readonly onBegun: (taskId: string) => void;
}

const issuesIn = ({ ids, isCut }: BulkChoice): string => {
  const all = `${ids.length.toLocaleString('en')} ${ids.length === 1 ? 'issue' : 'issues'}`;
  return isCut ? `the first ${MOST_ISSUES.toLocaleString('en')} issues` : all;
};

function BulkForm({ choice, onClose, onBegun }: BulkFormProps) {
  const { ids, fields } = choice;
  const { refuse } = useFlags();
  const [fieldId, setFieldId] = useState<string>();
  const [optionId, setOptionId] = useState<string>();
  const [isDoing, setDoing] = useState(false);
  const field = fields.find(({ id }) => id === fieldId);
  const change = async () => {
    if (!field || optionId === undefined) return;
    setDoing(true);
    await editTogether(ids, field, optionId).then(onBegun, (error) => refuse('The issues were not changed', error));
    setDoing(false);
  };
  const options = (field?.fieldOptions ?? []).map((option) => ({ value: option.id, label: optionName(option) }));

  return (
    <>
      <ModalBody>
        <Stack space="space.150">
          <Text>
            {fields.length === 0
              ? 'No field can be changed in all of these issues at once.'
              : `Changes a field of ${issuesIn(choice)}, each with its own history and event.`}
          </Text>
          <Labelled label="Field" id="bulk-field">
            <Pick
              id="bulk-field"
              value={fieldId}
              options={fields.map(({ id, name }) => ({ value: id, label: name }))}
              onChosen={(id) => {
                setFieldId(id);
                setOptionId(undefined);
              }}
            />
          </Labelled>
          <Labelled label="Value" id="bulk-value">
            <Pick key={fieldId} id="bulk-value" value={optionId} options={options} onChosen={setOptionId} />
          </Labelled>
        </Stack>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Button
          appearance="primary"
          isDisabled={optionId === undefined}
          isLoading={isDoing}
          onClick={() => void change()}
        >
          {`Change ${issuesIn(choice)}`}
        </Button>
      </DialogFooter>
    </>
  );
}
