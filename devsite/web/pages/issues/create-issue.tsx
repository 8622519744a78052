import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { isolated } from '../ui/isolated';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { Pick } from '../ui/pick';
import { useAddress } from '../ui/routing';
import { useLoaded } from '../ui/use-loaded';
import { useShortcut } from '../ui/use-shortcut';
import { type Project, projects } from './issue-search';
import { NewIssue } from './new-issue';

/** Opens the dialog that makes a new issue. */
export function CreateIssueButton() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('c', () => setOpen(true));
  return (
    <>
      <Button appearance="primary" onClick={() => setOpen(true)}>
        Create
      </Button>
      <ModalTransition>{isOpen && <CreateIssue onClose={() => setOpen(false)} />}</ModalTransition>
    </>
  );
}

function CreateIssue({ onClose }: { readonly onClose: () => void }) {
  const known = useLoaded('projects', projects);
  const { href } = useAddress();
  const [chosen, setChosen] = useState(() => projectAt(href));
  return (
    <Modal onClose={onClose} width="medium">
      <ModalHeader hasCloseButton>
        <ModalTitle>Create issue</ModalTitle>
      </ModalHeader>
      <Loaded of={known} what="the projects">
        {(all) => {
          const project = all.find(({ key }) => key === chosen) ?? all[0];
          return (
            project && <TypesOf key={project.key} project={project} all={all} onProject={setChosen} onClose={onClose} />
          );
        }}
      </Loaded>
    </Modal>
  );
}

/** The key of the project that an address is about. */
const projectAt = (address: string): string | undefined =>
  /(?:project=|\/projects\/|\/browse\/)([A-Z][A-Z\d_]+)/.exec(decodeURIComponent(address))?.[1];

interface TypesOfProps {
  readonly project: Project;
  readonly all: readonly Project[];
  readonly onProject: (key: string) => void;
  readonly onClose: () => void;
}

interface IssueType {
  readonly id: string;
  readonly name: string;
}

function TypesOf({ project, all, onProject, onClose }: TypesOfProps) {
  const types = useLoaded(`types ${project.key}`, () =>
    jira<{ issueTypes: readonly IssueType[] }>('GET', `/issue/createmeta/${project.key}/issuetypes`),
  );
  const [chosen, setChosen] = useState<string>();
  const offered = types.state === 'ready' ? types.value.issueTypes : [];
  const type = offered.find(({ id }) => id === chosen) ?? offered[0];

  const where = (
    <>
      <Labelled label="Project" id="create-project" isRequired>
        <Pick
          id="create-project"
          value={project.key}
          isFocused={chosen === undefined}
          options={all.map(({ key, name }) => ({ value: key, label: `${isolated(name)} (${key})` }))}
          onChosen={onProject}
        />
      </Labelled>
      <Labelled label="Issue type" id="create-type" isRequired>
        <Pick
          id="create-type"
          value={type?.id}
          isFocused={chosen !== undefined}
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          onChosen={setChosen}
        />
      </Labelled>
    </>
  );
  if (!type) return <ModalBody>{where}</ModalBody>;
  return (
    <NewIssue key={type.id} project={project} type={type} onClose={onClose}>
      {where}
    </NewIssue>
  );
}
