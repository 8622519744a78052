import Button from '@atlaskit/button/new';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { jira } from '../ui/ask';
import { Labelled } from '../ui/labelled';
import { type Choice, Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import type { Issue } from './issue';

const picker = xcss({ width: '14rem' });

interface LinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

interface NewLinkProps {
  readonly issue: Issue;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

const choicesOf = (types: readonly LinkType[]): readonly Choice[] =>
  types.flatMap(({ id, inward, outward }) => [
    { value: `${id} out`, label: outward },
    ...(inward === outward ? [] : [{ value: `${id} in`, label: inward }]),
  ]);

/** The issue that a link begins at is Jira's inward one: it shows the outward words. */
function linkBody(choice: string, key: string, other: string) {
  const [id, direction] = choice.split(' ');
  const [from, to] = direction === 'out' ? [key, other] : [other, key];
  return { type: { id }, inwardIssue: { key: from }, outwardIssue: { key: to } };
}

/** Links the issue with another, by its key. */
export function NewLink({ issue, onClose, onChanged }: NewLinkProps) {
  const told = useLoaded('link types', () =>
    jira<{ issueLinkTypes: readonly LinkType[] }>('GET', '/issueLinkType').then((answer) => answer.issueLinkTypes),
  );
  const choices = told.state === 'ready' ? choicesOf(told.value) : [];
  const [picked, setPicked] = useState<string>();
  const [other, setOther] = useState('');
  const [problem, setProblem] = useState<string>();
  const choice = picked ?? choices[0]?.value ?? '';
  const link = (event: FormEvent) => {
    event.preventDefault();
    jira('POST', '/issueLink', linkBody(choice, issue.key, other.trim().toUpperCase())).then(
      () => {
        onClose();
        onChanged();
      },
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <form onSubmit={link} aria-label="Link an issue">
      <Inline space="space.100" alignBlock="end" shouldWrap rowSpace="space.100">
        <Box xcss={picker}>
          <Labelled label="This issue" id="link-type">
            <Pick id="link-type" value={choice} options={choices} onChosen={setPicked} isFocused />
          </Labelled>
        </Box>
        <Box xcss={picker}>
          <Labelled label="Issue key" id="link-key">
            <Textfield
              id="link-key"
              isCompact
              value={other}
              isInvalid={problem !== undefined}
              onChange={({ currentTarget }) => setOther(currentTarget.value)}
            />
          </Labelled>
        </Box>
        <Button type="submit" appearance="primary" isDisabled={other.trim() === '' || choice === ''}>
          Link
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </Inline>
      {problem && <Text color="color.text.danger">{problem}</Text>}
    </form>
  );
}
