import Button from '@atlaskit/button/new';
import { ModalBody } from '@atlaskit/modal-dialog';
import { Box, Inline, Stack, Text } from '@atlaskit/primitives';
import { useState } from 'react';
import { DialogFooter } from '../ui/dialog-footer';
import { isolated } from '../ui/isolated';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { type Choice, Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import type { Issue } from './issue';
import { keepsStatus, moveTo, targetProjects, targetTypes } from './move-target';

interface MoveStepsProps {
  readonly issue: Issue;
  readonly onClose: () => void;
  /** With the id of the task that moves it. */
  readonly onBegun: (taskId: string) => void;
}

interface Step {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly value: string | undefined;
  readonly choose: (value: string) => void;
}

const choices = (things: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ value: id, label: name }));

/** Where the issue goes: the project, the type, and a status where its own is not known there. */
export function MoveSteps(props: MoveStepsProps) {
  const known = useLoaded('projects to move to', targetProjects);
  return (
    <Loaded of={known} what="the projects">
      {(projects) => <Steps {...props} projects={projects} />}
    </Loaded>
  );
}

function Steps({
  issue,
  projects,
  onClose,
  onBegun,
}: MoveStepsProps & { readonly projects: Awaited<ReturnType<typeof targetProjects>> }) {
  const { steps, target } = useTarget(issue, projects);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const step = steps[Math.min(at, steps.length - 1)] as Step;
  const isLast = at >= steps.length - 1 && target !== undefined;
  const isSame = target?.project.id === issue.fields.project.id && target.type.id === issue.fields.issuetype.id;
  const move = () => {
    if (!target) return;
    setSending(true);
    moveTo(issue, target)
      .then(onBegun, (error: Error) => setProblem(error.message))
      .finally(() => setSending(false));
  };

  return (
    <>
      <ModalBody>
        <Stack space="space.150">
          <Text size="small" color="color.text.subtle">
            Step {at + 1} of {steps.length}
          </Text>
          <Labelled label={step.label} id={step.id} problem={problem}>
            <Pick
              key={step.id}
              id={step.id}
              value={step.value}
              options={step.options}
              onChosen={step.choose}
              isFocused
            />
          </Labelled>
          {isLast && isSame && <Text color="color.text.subtle">The issue is there already.</Text>}
        </Stack>
      </ModalBody>
      <DialogFooter onCancel={onClose}>
        <Inline space="space.100">
          <Box>{at > 0 && <Button onClick={() => setAt(at - 1)}>Back</Button>}</Box>
          {isLast ? (
            <Button appearance="primary" isDisabled={isSame} isLoading={isSending} onClick={move}>
              Move
            </Button>
          ) : (
            <Button appearance="primary" isDisabled={step.value === undefined} onClick={() => setAt(at + 1)}>
              Next
            </Button>
          )}
        </Inline>
      </DialogFooter>
    </>
  );
}

/** The steps as far as they are known, and what they come to once all is chosen. */
function useTarget(issue: Issue, projects: Awaited<ReturnType<typeof targetProjects>>) {
  const { project: from, issuetype, status } = issue.fields;
  const [projectId, setProject] = useState(() => projects.find(({ id }) => id !== from.id)?.id ?? from.id);
  const [typeId, setType] = useState(issuetype.id);
  const [statusId, setStatus] = useState<string>();
  const project = projects.find(({ id }) => id === projectId) ?? projects[0];
  const loaded = useLoaded(`types to move to ${project?.key}`, () => targetTypes(project?.key ?? ''));
  const types = loaded.state === 'ready' ? loaded.value : [];
  const type = types.find(({ id }) => id === typeId) ?? types.find(({ name }) => name === issuetype.name) ?? types[0];
  const isKept = type === undefined || keepsStatus(issue, type);
  const statuses = type?.statuses ?? [];
  const landing = isKept ? undefined : (statuses.find(({ id }) => id === statusId) ?? statuses[0])?.id;
  const steps: readonly Step[] = [
    {
      id: 'move-project',
      label: 'Project',
      options: projects.map(({ id, key, name }) => ({ value: id, label: `${isolated(name)} (${key})` })),
      value: project?.id,
      choose: setProject,
    },
    { id: 'move-type', label: 'Issue type', options: choices(types), value: type?.id, choose: setType },
    ...(isKept
      ? []
      : [
          {
            id: 'move-status',
            label: `Status instead of ${status.name}`,
            options: choices(statuses),
            value: landing,
            choose: setStatus,
          },
        ]),
  ];
  return { steps, target: project && type && { project, type, statusId: landing } };
}
