import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { jira } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { useMoments } from '../ui/moments';
import { PersonPicture } from '../ui/person';
import { useLoaded } from '../ui/use-loaded';
import { type Issue, type User, versionOf } from './issue';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });

interface Changed {
  readonly field: string;
  readonly fromString: string | null;
  readonly toString: string | null;
}

interface PastChange {
  readonly id: string;
  readonly author?: User;
  readonly created: string;
  readonly items: readonly Changed[];
}

interface ChangesPage {
  readonly values: readonly PastChange[];
  readonly total: number;
}

const changesOfAPage = 100;

/** What was done to the issue, latest first. */
export function History({ issue }: { readonly issue: Issue }) {
  const changes = useLoaded(`history ${issue.id}`, () => latestChanges(issue.id), versionOf(issue));
  return (
    <Loaded of={changes} what="the history">
      {(all) => (
        <Stack space="space.200">
          {all.length === 0 && <Text color="color.text.subtle">Nothing has changed since it was created.</Text>}
          {all.map((change) => (
            <OneChange key={change.id} change={change} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

function OneChange({ change: { author, created, items } }: { readonly change: PastChange }) {
  const { minute } = useMoments();
  const name = author?.displayName ?? 'Somebody';
  return (
    <Inline space="space.100">
      <PersonPicture name={name} size="small" />
      <Box xcss={grow}>
        <Inline space="space.100" alignBlock="baseline">
          <Text weight="semibold">{name}</Text>
          <Text size="small" color="color.text.subtle">
            {minute(created)}
          </Text>
        </Inline>
        <Stack space="space.025">
          {items.map((item) => (
            <Text key={item.field}>{sentence(item)}</Text>
          ))}
        </Stack>
      </Box>
    </Inline>
  );
}

const sentence = (item: Changed): string =>
  `${capital(item.field)}: ${item.fromString || 'None'} → ${item.toString || 'None'}`;

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The last page of the changes; Jira tells the oldest first. */
async function latestChanges(issueId: string): Promise<readonly PastChange[]> {
  const page = (startAt: number) =>
    jira<ChangesPage>('GET', `/issue/${issueId}/changelog?startAt=${startAt}&maxResults=${changesOfAPage}`);
  const first = await page(0);
  const last = first.total > changesOfAPage ? await page(first.total - changesOfAPage) : first;
  return last.values.toReversed();
}
