import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { jira } from '../ui/ask';
import { isolated } from '../ui/isolated';
import { Loaded } from '../ui/loaded';
import { useMoments } from '../ui/moments';
import { PersonPicture } from '../ui/person';
import { useLoaded } from '../ui/use-loaded';
import { DocumentView } from './document-view';
import { type Issue, permissionsHeld, type User, versionOf } from './issue';
import { NewWork } from './new-work';
import { Restriction } from './restriction';
import type { Visibility } from './visibility';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });

interface Work {
  readonly id: string;
  readonly author: User;
  readonly comment?: unknown;
  readonly started: string;
  readonly timeSpent: string;
  readonly visibility?: Visibility;
}

interface WorkLogProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

/** The time that people spent on the issue, and a place to log more. */
export function WorkLog({ issue, onChanged }: WorkLogProps) {
  const log = useLoaded(
    `work ${issue.id}`,
    () => jira<{ worklogs: readonly Work[] }>('GET', `/issue/${issue.id}/worklog`),
    versionOf(issue),
  );
  const held = useLoaded(`work rights ${issue.id}`, () => permissionsHeld(issue.key, ['WORK_ON_ISSUES']));
  const changed = () => {
    log.reload();
    onChanged();
  };
  return (
    <Stack space="space.250">
      <Loaded of={log} what="the work log">
        {({ worklogs }) => (
          <>
            {worklogs.length === 0 && <Text color="color.text.subtle">Nobody has logged any work yet.</Text>}
            {worklogs.map((work) => (
              <WorkItem key={work.id} work={work} />
            ))}
          </>
        )}
      </Loaded>
      {held.state === 'ready' && held.value.has('WORK_ON_ISSUES') && <NewWork issueId={issue.id} onLogged={changed} />}
    </Stack>
  );
}

function WorkItem({ work: { author, comment, started, timeSpent, visibility } }: { readonly work: Work }) {
  const { minute } = useMoments();
  return (
    <Inline space="space.100">
      <PersonPicture name={author.displayName} size="small" />
      <Box xcss={grow}>
        <Text>
          <strong>{isolated(author.displayName)}</strong> worked {timeSpent}
        </Text>
        {comment !== undefined && comment !== null && <DocumentView value={comment} />}
        <Inline space="space.100" alignBlock="baseline" shouldWrap>
          <Text size="small" color="color.text.subtle">
            {minute(started)}
          </Text>
          {visibility && <Restriction to={visibility} />}
        </Inline>
      </Box>
    </Inline>
  );
}
