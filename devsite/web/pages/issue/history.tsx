import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { jira } from '../ui/ask';
import { isolated } from '../ui/isolated';
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
          {all.map((change) => (
            <OneChange key={change.id} change={change} />
          ))}
          <Creation issue={issue} />
        </Stack>
      )}
    </Loaded>
  );
}

function Creation({ issue: { fields } }: { readonly issue: Issue }) {
  const { minute } = useMoments();
  const name = fields.creator?.displayName ?? 'Somebody';
  return (
    <Inline space="space.100">
      <PersonPicture name={name} size="small" />
      <Stack space="space.025">
        <Text>
          <strong>{isolated(name)}</strong> created the issue
        </Text>
        <Text size="small" color="color.text.subtle">
          {minute(fields.created)}
        </Text>
      </Stack>
    </Inline>
  );
}

function OneChange({ change: { author, created, items } }: { readonly change: PastChange }) {
  const { minute } = useMoments();
  const name = author?.displayName ?? 'Somebody';
  return (
    <Inline space="space.100">
      <PersonPicture name={name} size="small" />
      <Box xcss={grow}>
        <Stack space="space.025">
          {items.map((item) => (
            <Text key={`${item.field} ${item.fromString} ${item.toString}`}>
              <strong>{isolated(name)}</strong> {sentence(item)}
            </Text>
          ))}
          <Text size="small" color="color.text.subtle">
            {minute(created)}
          </Text>
        </Stack>
      </Box>
    </Inline>
  );
}

/** Fields whose texts are too long for a sentence. */
const long = ['description', 'environment', 'comment'];

/** What was done to a field: `changed the status from New to Active`. */
function sentence({ field, fromString: before, toString: after }: Changed): string {
  const [from, to] = [before, after].map((text) => text && isolated(text));
  if (field === 'Link') return to ? `added a link: ${to}` : `removed a link: ${from ?? ''}`;
  const name = `the ${isolated(`${field.slice(0, 1).toLowerCase()}${field.slice(1)}`)}`;
  if (long.includes(field)) return `changed ${name}`;
  if (!from) return to ? `set ${name} to ${to}` : `emptied ${name}`;
  return to ? `changed ${name} from ${from} to ${to}` : `removed ${name}, which was ${from}`;
}

/** The last page of the changes; Jira tells the oldest first. */
async function latestChanges(issueId: string): Promise<readonly PastChange[]> {
  const page = (startAt: number) =>
    jira<ChangesPage>('GET', `/issue/${issueId}/changelog?startAt=${startAt}&maxResults=${changesOfAPage}`);
  const first = await page(0);
  const last = first.total > changesOfAPage ? await page(first.total - changesOfAPage) : first;
  return last.values.toReversed();
}
