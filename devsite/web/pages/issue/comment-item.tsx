import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import TextArea from '@atlaskit/textarea';
import { type FormEvent, useState } from 'react';
import { usePerson } from '../shell/session';
import { useFlags } from '../ui/flags';
import { useMoments } from '../ui/moments';
import { PersonPicture } from '../ui/person';
import { type Comment, deleteComment, editComment, isInternal } from './comment';
import { textOf } from './document';
import { DocumentView } from './document-view';
import type { Issue } from './issue';
import { Restriction, RestrictTo } from './restriction';
import { useEditing } from './use-editing';
import { choiceOf, visibilityOf } from './visibility';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });

interface CommentItemProps {
  readonly issue: Issue;
  readonly comment: Comment;
  readonly rights: ReadonlySet<string>;
  readonly onChanged: () => void;
}

/** What somebody said, with what the person may do about it. */
export function CommentItem({ issue, comment, rights, onChanged }: CommentItemProps) {
  const { author, body, created, updated, visibility } = comment;
  const { minute } = useMoments();
  const { accountId } = usePerson();
  const { refuse } = useFlags();
  const editing = useEditing();
  const may = (deed: string) =>
    rights.has(`${deed}_ALL_COMMENTS`) || (author.accountId === accountId && rights.has(`${deed}_OWN_COMMENTS`));
  const remove = () =>
    deleteComment(issue.id, comment).then(onChanged, (error) => refuse('The comment was not deleted', error));

  return (
    <Inline space="space.100">
      <PersonPicture name={author.displayName} size="small" />
      <Box xcss={grow}>
        <Inline space="space.100" alignBlock="baseline" shouldWrap>
          <Text weight="semibold">{author.displayName}</Text>
          <Text size="small" color="color.text.subtle">
            {minute(created)}
            {updated !== created && ', edited'}
          </Text>
          {isInternal(comment) && <Lozenge>Internal note</Lozenge>}
          {visibility && <Restriction to={visibility} />}
        </Inline>
        {editing.is ? (
          <EditForm issue={issue} comment={comment} onClose={editing.end} onChanged={onChanged} />
        ) : (
          <DocumentView value={body} />
        )}
        {!editing.is && (
          <Inline space="space.050">
            {may('EDIT') && (
              <Button spacing="compact" appearance="subtle" onClick={editing.begin}>
                Edit
              </Button>
            )}
            {may('DELETE') && <DeleteButton onDelete={() => void remove()} />}
          </Inline>
        )}
      </Box>
    </Inline>
  );
}

/** Asks once more before it does it. */
function DeleteButton({ onDelete }: { readonly onDelete: () => void }) {
  const [isAsked, setAsked] = useState(false);
  return isAsked ? (
    <>
      <Button spacing="compact" appearance="danger" onClick={onDelete}>
        Delete the comment
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  ) : (
    <Button spacing="compact" appearance="subtle" onClick={() => setAsked(true)}>
      Delete
    </Button>
  );
}

interface EditFormProps {
  readonly issue: Issue;
  readonly comment: Comment;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

function EditForm({ issue, comment, onClose, onChanged }: EditFormProps) {
  const [typed, setTyped] = useState(() => textOf(comment.body));
  const [restriction, setRestriction] = useState(() => choiceOf(comment.visibility));
  const [saving, setSaving] = useState(false);
  const { refuse } = useFlags();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    editComment(issue.id, comment, { text: typed, visibility: visibilityOf(restriction) })
      .then(
        () => {
          onClose();
          onChanged();
        },
        (error) => refuse('The comment was not changed', error),
      )
      .finally(() => setSaving(false));
  };
  return (
    <form onSubmit={save} aria-label="Edit the comment">
      <Stack space="space.100">
        <TextArea
          aria-label="Comment"
          autoFocus
          value={typed}
          minimumRows={2}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <RestrictTo
          id={`restrict-${comment.id}`}
          projectKey={issue.fields.project.key}
          chosen={restriction}
          onChosen={setRestriction}
        />
        <Inline space="space.100">
          <Button
            type="submit"
            appearance="primary"
            spacing="compact"
            isLoading={saving}
            isDisabled={typed.trim() === ''}
          >
            Save
          </Button>
          <Button appearance="subtle" spacing="compact" onClick={onClose}>
            Cancel
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
