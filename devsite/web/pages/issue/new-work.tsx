import Button from '@atlaskit/button/new';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { jira } from '../ui/ask';
import { Labelled } from '../ui/labelled';
import { documentOf } from './document';

const short = xcss({ width: '8rem' });
const grow = xcss({ flexGrow: '1', minWidth: '10rem' });

interface NewWorkProps {
  readonly issueId: string;
  readonly onLogged: () => void;
}

/** Logs time that was spent: `1h 30m`, and on what. */
export function NewWork({ issueId, onLogged }: NewWorkProps) {
  const [spent, setSpent] = useState('');
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const log = (event: FormEvent) => {
    event.preventDefault();
    const body = { timeSpent: spent, ...(comment.trim() && { comment: documentOf(comment) }) };
    jira('POST', `/issue/${issueId}/worklog`, body).then(
      () => {
        setSpent('');
        setComment('');
        setProblem(undefined);
        onLogged();
      },
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <form onSubmit={log} aria-label="Log work">
      <Inline space="space.100" alignBlock="end" shouldWrap rowSpace="space.100">
        <Box xcss={short}>
          <Labelled label="Time spent (1h 30m)" id="work-spent">
            <Textfield
              id="work-spent"
              isCompact
              value={spent}
              isInvalid={problem !== undefined}
              onChange={({ currentTarget }) => setSpent(currentTarget.value)}
            />
          </Labelled>
        </Box>
        <Box xcss={grow}>
          <Labelled label="On what" id="work-comment">
            <Textfield
              id="work-comment"
              isCompact
              value={comment}
              onChange={({ currentTarget }) => setComment(currentTarget.value)}
            />
          </Labelled>
        </Box>
        <Button type="submit" isDisabled={spent.trim() === ''}>
          Log work
        </Button>
      </Inline>
      {problem && <Text color="color.text.danger">{problem}</Text>}
    </form>
  );
}
