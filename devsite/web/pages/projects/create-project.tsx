import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Stack, Text } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { usePerson } from '../shell/session';
import { jira, Refused } from '../ui/ask';
import { DialogFooter } from '../ui/dialog-footer';
import { Labelled } from '../ui/labelled';
import { Pick } from '../ui/pick';
import { goTo } from '../ui/routing';
import { templates } from './templates';

/** The button that makes a project, and its dialog. */
export function CreateProject({ onCreated }: { readonly onCreated: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        Create project
      </Button>
      <ModalTransition>
        {isOpen && <ProjectForm onClose={() => setOpen(false)} onCreated={onCreated} />}
      </ModalTransition>
    </>
  );
}

const formId = 'create-project-form';

interface ProjectFormProps {
  readonly onClose: () => void;
  readonly onCreated: () => void;
}

/** A key as Jira offers it: the name's first letters. */
const keyFrom = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .slice(0, 4);

interface Problem {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

function useNewProject({ onClose, onCreated }: ProjectFormProps) {
  const { accountId } = usePerson();
  const [problem, setProblem] = useState<Problem>();
  const [isCreating, setCreating] = useState(false);
  const create = (name: string, key: string, templateKey: string) => {
    const type = templates.find((template) => template.key === templateKey)?.type;
    setCreating(true);
    jira('POST', '/project', {
      name,
      key,
      leadAccountId: accountId,
      projectTypeKey: type,
      projectTemplateKey: templateKey,
    })
      .then(
        () => {
          onClose();
          onCreated();
          goTo(`/projects/${key}`);
        },
        (error: Error) => setProblem({ message: error.message, fields: error instanceof Refused ? error.fields : {} }),
      )
      .finally(() => setCreating(false));
  };
  return { create, problem, isCreating };
}

function ProjectForm(props: ProjectFormProps) {
  const [name, setName] = useState('');
  const [ownKey, setOwnKey] = useState<string>();
  const [template, setTemplate] = useState(templates[0]?.key ?? '');
  const { create, problem, isCreating } = useNewProject(props);
  const key = ownKey ?? keyFrom(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create(name, key, template);
  };
  const { projectName, projectKey, ...others } = problem?.fields ?? {};
  const rest =
    problem && (Object.keys(others).length > 0 || (!projectName && !projectKey)) ? problem.message : undefined;

  return (
    <Modal onClose={props.onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Create project</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={formId} onSubmit={submit} aria-label="New project">
          <Stack space="space.200">
            <Labelled label="Template" id="project-template" isRequired>
              <Pick
                id="project-template"
                value={template}
                options={templates.map((each) => ({ value: each.key, label: each.name }))}
                onChosen={setTemplate}
              />
            </Labelled>
            <Labelled label="Name" id="project-name" isRequired problem={projectName}>
              <Textfield
                id="project-name"
                value={name}
                isInvalid={projectName !== undefined}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
            </Labelled>
            <Labelled label="Key" id="project-key" isRequired problem={projectKey}>
              <Textfield
                id="project-key"
                value={key}
                isInvalid={projectKey !== undefined}
                onChange={({ currentTarget }) => setOwnKey(currentTarget.value.toUpperCase())}
              />
            </Labelled>
            {rest && <Text color="color.text.danger">{rest}</Text>}
          </Stack>
        </form>
      </ModalBody>
      <DialogFooter onCancel={props.onClose}>
        <Button type="submit" form={formId} appearance="primary" isLoading={isCreating} isDisabled={name.trim() === ''}>
          Create project
        </Button>
      </DialogFooter>
    </Modal>
  );
}
