import { Stack, Text } from '@atlaskit/primitives';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import { commentRights, commentsOf } from './comment';
import { CommentItem } from './comment-item';
import { type Issue, versionOf } from './issue';
import { NewComment } from './new-comment';

interface CommentsProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

/** What people said, oldest first, and a place to say more. */
export function Comments({ issue, onChanged }: CommentsProps) {
  const comments = useLoaded(`comments ${issue.id}`, () => commentsOf(issue.id), versionOf(issue));
  const held = useLoaded(`comment rights ${issue.id}`, () => commentRights(issue.key));
  const rights = held.state === 'ready' ? held.value : new Set<string>();
  const changed = () => {
    comments.reload();
    onChanged();
  };
  return (
    <Stack space="space.250">
      <Loaded of={comments} what="the comments">
        {(all) => (
          <>
            {all.length === 0 && <Text color="color.text.subtle">Nobody has said anything yet.</Text>}
            {all.map((comment) => (
              <CommentItem key={comment.id} issue={issue} comment={comment} rights={rights} onChanged={changed} />
            ))}
          </>
        )}
      </Loaded>
      {(held.state !== 'ready' || rights.has('ADD_COMMENTS')) && <NewComment issue={issue} onAdded={changed} />}
    </Stack>
  );
}
