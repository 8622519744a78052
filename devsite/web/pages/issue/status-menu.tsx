import { LozengeDropdownTrigger } from '@atlaskit/lozenge';
import { Inline, Text } from '@atlaskit/primitives';
import { PopupSelect } from '@atlaskit/select';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { appearanceOf, StatusName } from '../ui/status';
import { useLoaded } from '../ui/use-loaded';
import { type Issue, versionOf } from './issue';
import { TransitionDialog } from './transition-dialog';
import { type Transition, transitionsOf } from './transitions';

interface StatusMenuProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly transition: Transition;
}

/** Makes a move at once, or keeps it until its dialog is done. */
function useMove(issue: Issue, onChanged: () => void) {
  const [chosen, setChosen] = useState<Transition>();
  const { close, refuse } = useFlags();
  const refusal = `${issue.key} was not moved`;
  const moved = () => {
    setChosen(undefined);
    close(refusal);
    onChanged();
  };
  const choose = (transition: Transition) => {
    if (transition.hasScreen) setChosen(transition);
    else
      jira('POST', `/issue/${issue.key}/transitions`, { transition: { id: transition.id } }).then(moved, (error) =>
        refuse(refusal, error),
      );
  };
  return { chosen, choose, moved, cancel: () => setChosen(undefined) };
}

/** The issue's status, and the moves from it where there are any. */
export function StatusMenu({ issue, onChanged }: StatusMenuProps) {
  const { status, resolution } = issue.fields;
  const moves = useLoaded(issue.key, () => transitionsOf(issue.key), versionOf(issue));
  const { chosen, choose, moved, cancel } = useMove(issue, onChanged);
  const open = moves.state === 'ready' ? moves.value : [];
  const options = open.map((transition) => ({ value: transition.id, label: transition.name, transition }));

  return (
    <Inline space="space.100" alignBlock="center">
      {open.length === 0 ? (
        <StatusName status={status} />
      ) : (
        <PopupSelect<Choice>
          label="Move to"
          options={options}
          value={null}
          searchThreshold={20}
          minMenuWidth="20rem"
          formatOptionLabel={MoveLabel}
          onChange={(choice) => choice && choose(choice.transition)}
          target={({ isOpen, 'aria-controls': controls, ...trigger }) => (
            <LozengeDropdownTrigger
              {...trigger}
              {...(controls !== undefined && { 'aria-controls': controls })}
              appearance={appearanceOf(status)}
              aria-haspopup="listbox"
              isSelected={isOpen}
              spacing="spacious"
              aria-label={`Status: ${status.name}`}
            >
              {status.name}
            </LozengeDropdownTrigger>
          )}
        />
      )}
      {resolution && <Text color="color.text.subtle">{resolution.name}</Text>}
      <TransitionDialog issue={issue} transition={chosen} onClose={cancel} onMoved={moved} />
    </Inline>
  );
}

const MoveLabel = ({ label, transition }: Choice) => (
  <Inline space="space.100" alignBlock="center" spread="space-between">
    <Text>{label}</Text>
    <StatusName status={transition.to} />
  </Inline>
);
