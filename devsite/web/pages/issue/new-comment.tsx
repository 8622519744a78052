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

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });
const refusal = 'The comment was not saved';

interface NewCommentProps {
  readonly issue: Issue;
  readonly onAdded: () => void;
}

/** A place to say something; what is half said stays, whoever is signed in. `m` leads here. */
export function NewComment({ issue: { id, key, fields }, onAdded }: NewCommentProps) {
  const { displayName } = usePerson();
  const { close, refuse } = useFlags();
  const [typed, setTyped] = useDraft(`comment ${key}`);
  const [saving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const isDesk = fields.project.projectTypeKey === 'service_desk';
  useShortcut('m', () => area.current?.focus());

  const save = (internal: boolean) => {
    setSaving(true);
    addComment(id, typed, internal)
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
            <Inline space="space.100">
              <Button type="submit" isDisabled={typed.trim() === ''} isLoading={saving}>
                {isDesk ? 'Reply to customer' : 'Comment'}
              </Button>
              {isDesk && (
                <Button
                  appearance="subtle"
                  isDisabled={typed.trim() === ''}
                  isLoading={saving}
                  onClick={() => save(true)}
                >
                  Add internal note
                </Button>
              )}
            </Inline>
          </Stack>
        </Box>
      </Inline>
    </form>
  );
}
