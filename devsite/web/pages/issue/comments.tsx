import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import TextArea from '@atlaskit/textarea';
import { type FormEvent, useState } from 'react';
import { usePerson } from '../shell/session';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { useMoments } from '../ui/moments';
import { PersonPicture } from '../ui/person';
import { useLoaded } from '../ui/use-loaded';
import { documentOf } from './document';
import { DocumentView } from './document-view';
import { type Issue, type User, versionOf } from './issue';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });

interface Comment {
  readonly id: string;
  readonly author: User;
  readonly body: unknown;
  readonly created: string;
}

interface CommentsProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

/** What people said, oldest first, and a place to say more. */
export function Comments({ issue, onChanged }: CommentsProps) {
  const comments = useLoaded(
    `comments ${issue.id}`,
    () => jira<{ comments: readonly Comment[] }>('GET', `/issue/${issue.id}/comment`),
    versionOf(issue),
  );
  return (
    <Stack space="space.250">
      <Loaded of={comments} what="the comments">
        {({ comments: all }) => (
          <>
            {all.length === 0 && <Text color="color.text.subtle">Nobody has said anything yet.</Text>}
            {all.map((comment) => (
              <OneComment key={comment.id} comment={comment} />
            ))}
          </>
        )}
      </Loaded>
      <NewComment
        issueId={issue.id}
        onAdded={() => {
          comments.reload();
          onChanged();
        }}
      />
    </Stack>
  );
}

function OneComment({ comment: { author, body, created } }: { readonly comment: Comment }) {
  const { minute } = useMoments();
  return (
    <Inline space="space.100">
      <PersonPicture name={author.displayName} size="small" />
      <Box xcss={grow}>
        <Inline space="space.100" alignBlock="baseline">
          <Text weight="semibold">{author.displayName}</Text>
          <Text size="small" color="color.text.subtle">
            {minute(created)}
          </Text>
        </Inline>
        <DocumentView value={body} />
      </Box>
    </Inline>
  );
}

const refusal = 'The comment was not saved';

interface NewCommentProps {
  readonly issueId: string;
  readonly onAdded: () => void;
}

function NewComment({ issueId, onAdded }: NewCommentProps) {
  const { displayName } = usePerson();
  const { close, refuse } = useFlags();
  const [typed, setTyped] = useState('');
  const [saving, setSaving] = useState(false);

  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    jira('POST', `/issue/${issueId}/comment`, { body: documentOf(typed) })
      .then(
        () => {
          close(refusal);
          setTyped('');
          onAdded();
        },
        (error) => refuse(refusal, error),
      )
      .finally(() => setSaving(false));
  };

  return (
    <form onSubmit={save}>
      <Inline space="space.100">
        <PersonPicture name={displayName} size="small" />
        <Box xcss={grow}>
          <Stack space="space.100" alignInline="start">
            <TextArea
              aria-label="Add a comment"
              placeholder="Add a comment…"
              value={typed}
              minimumRows={2}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <Button type="submit" isDisabled={typed.trim() === ''} isLoading={saving}>
              Comment
            </Button>
          </Stack>
        </Box>
      </Inline>
    </form>
  );
}
