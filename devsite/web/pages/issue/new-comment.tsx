import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import TextArea from '@atlaskit/textarea';
import { type FormEvent, useRef, useState } from 'react';
import { usePerson } from '../shell/session';
import { useFlags } from '../ui/flags';
import { PersonPicture } from '../ui/person';
import { useDraft } from '../ui/use-draft';
import { useShortcut } from '../ui/use-shortcut';
import { addComment } from './comment';
import type { Issue } from './issue';
import { RestrictTo } from './restriction';
import { everyone, visibilityOf } from './visibility';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });
const refusal = 'The comment was not saved';

interface NewCommentProps {
  readonly issue: Issue;
  readonly onAdded: () => void;
}

/** What is half said, and how it is saved. */
function useDraftOfComment({ issue: { id, key }, onAdded }: NewCommentProps) {
  const { close, refuse } = useFlags();
  const [typed, setTyped] = useDraft(`comment ${key}`);
  const [restriction, setRestriction] = useState(everyone);
  const [saving, setSaving] = useState(false);
  const save = (internal: boolean) => {
    setSaving(true);
    addComment(id, { text: typed, visibility: visibilityOf(restriction) }, internal)
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
  return { typed, setTyped, restriction, setRestriction, saving, save };
}

/** A place to say something; what is half said stays, whoever is signed in. `m` leads here. */
export function NewComment(props: NewCommentProps) {
  const { displayName } = usePerson();
  const { typed, setTyped, restriction, setRestriction, saving, save } = useDraftOfComment(props);
  const { project } = props.issue.fields;
  const area = useRef<HTMLTextAreaElement>(null);
  useShortcut('m', () => area.current?.focus());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };

  return (
    <form onSubmit={submit} aria-label="New comment">
      <Inline space="space.100">
        <PersonPicture name={displayName} size="small" />
        <Box xcss={grow}>
          <Stack space="space.100" alignInline="start">
            <TextArea
              ref={area}
              aria-label="Add a comment"
              placeholder="Add a comment… ( m )"
              value={typed}
              minimumRows={2}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            <RestrictTo id="restrict-to" projectKey={project.key} chosen={restriction} onChosen={setRestriction} />
            <Buttons
              isDesk={project.projectTypeKey === 'service_desk'}
              isDisabled={typed.trim() === ''}
              isLoading={saving}
              onInternal={() => save(true)}
            />
          </Stack>
        </Box>
      </Inline>
    </form>
  );
}

interface ButtonsProps {
  readonly isDesk: boolean;
  readonly isDisabled: boolean;
  readonly isLoading: boolean;
  readonly onInternal: () => void;
}

/** Says it; who works a desk may say it to colleagues alone. */
function Buttons({ isDesk, isDisabled, isLoading, onInternal }: ButtonsProps) {
  return (
    <Inline space="space.100">
      <Button type="submit" isDisabled={isDisabled} isLoading={isLoading}>
        {isDesk ? 'Reply to customer' : 'Comment'}
      </Button>
      {isDesk && (
        <Button appearance="subtle" isDisabled={isDisabled} isLoading={isLoading} onClick={onInternal}>
          Add internal note
        </Button>
      )}
    </Inline>
  );
}
