import Lozenge from '@atlaskit/lozenge';
import { Inline, Text } from '@atlaskit/primitives';
import { jira } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { PersonName } from '../ui/person';
import { type Column, Table } from '../ui/table';
import { useLoaded } from '../ui/use-loaded';

interface User {
  readonly accountId: string;
  readonly accountType: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly timeZone?: string;
  readonly active: boolean;
  readonly groups?: { readonly items: readonly { readonly name: string }[] };
}

async function everybody(): Promise<readonly User[]> {
  const all = await jira<readonly User[]>('GET', '/users/search?maxResults=200');
  const people = all.filter(({ accountType }) => accountType !== 'app');
  return Promise.all(people.map(({ accountId }) => jira<User>('GET', `/user?accountId=${accountId}&expand=groups`)));
}

const columns: readonly Column<User>[] = [
  { title: 'Name', cell: ({ displayName }) => <PersonName name={displayName} size="small" /> },
  {
    title: 'Groups',
    cell: ({ groups }) => (
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        {(groups?.items ?? []).map(({ name }) => (
          <Lozenge key={name}>{name}</Lozenge>
        ))}
        {(groups?.items ?? []).length === 0 && <Text color="color.text.subtle">None</Text>}
      </Inline>
    ),
  },
  { title: 'Time zone', isSpare: true, cell: ({ timeZone = '' }) => timeZone },
  { title: 'Mail', isSpare: true, cell: ({ emailAddress = '' }) => emailAddress },
];

/** Who is here, with their groups. */
export function PeoplePage() {
  const people = useLoaded('everybody', everybody);
  return (
    <Page title="People">
      <Loaded of={people} what="the people">
        {(all) => (
          <Table
            label="People"
            rows={all}
            keyOf={({ accountId }) => accountId}
            columns={columns}
            empty="Nobody is here."
          />
        )}
      </Loaded>
    </Page>
  );
}
