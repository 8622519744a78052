import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useState } from 'react';
import { newestOf, type Project, projects } from '../issues/issue-search';
import { useSiteClock } from '../shell/site-time';
import { jira, Refused } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { goTo, useAddress } from '../ui/routing';
import { Skeleton } from '../ui/skeleton';
import { useLoaded } from '../ui/use-loaded';
import { BasicFilters } from './basic-filters';
import { basicOf, jqlOf } from './basic-query';
import { BulkChange } from './bulk-change';
import { ColumnPicker } from './column-picker';
import { type Columns, type FieldTold, useColumns } from './columns';
import { FilterBar } from './filter-bar';
import { IssueTable } from './issue-table';
import { JqlField } from './jql-field';
import { ordered, parted } from './jql-tokens';
import { filterOf, type SavedFilter } from './saved-filters';
import { useFound } from './use-found';

interface Known {
  readonly projects: readonly Project[];
  readonly fields: readonly FieldTold[];
  readonly filter?: SavedFilter;
}

async function knownFor(filterId: string | null): Promise<Known> {
  const [all, fields, filter] = await Promise.all([
    projects(),
    jira<readonly FieldTold[]>('GET', '/field'),
    filterId === null ? undefined : filterOf(filterId),
  ]);
  return { projects: all, fields, ...(filter && { filter }) };
}

/** The issues that a query, a saved filter or the basic filters find; the address says which. */
export function SearchPage() {
  const { searchParams } = useAddress();
  const filterId = searchParams.get('filter');
  const known = useLoaded(`search ${filterId ?? ''}`, () => knownFor(filterId));
  const title = known.state === 'ready' ? (known.value.filter?.name ?? 'Issues') : 'Issues';
  return (
    <Page title={title}>
      <Loaded of={known} what="the search" frame={<Skeleton rows={10} />}>
        {(told) => <Search known={told} jql={queryOf(searchParams, told)} onFilterChanged={known.reload} />}
      </Loaded>
    </Page>
  );
}

function queryOf(asked: URLSearchParams, { projects: all, filter }: Known): string {
  const project = asked.get('project');
  return asked.get('jql') ?? filter?.jql ?? newestOf(project === null ? all.map(({ key }) => key) : [project]);
}

interface SearchProps {
  readonly known: Known;
  readonly jql: string;
  readonly onFilterChanged: () => void;
}

function Search({ known, jql, onFilterChanged }: SearchProps) {
  const { filter } = known;
  const columns = useColumns(filter);
  const search = (next: string) => {
    const query = new URLSearchParams({ ...(filter && { filter: filter.id }), jql: next });
    goTo(`/issues?${query}`);
  };
  return (
    <Loaded of={columns} what="the columns">
      {(chosen) => (
        <FoundIssues known={known} jql={jql} columns={chosen} onSearch={search} onFilterChanged={onFilterChanged} />
      )}
    </Loaded>
  );
}

interface FoundIssuesProps extends SearchProps {
  readonly columns: Columns;
  readonly onSearch: (jql: string) => void;
}

function FoundIssues({ known, jql, columns, onSearch, onFilterChanged }: FoundIssuesProps) {
  const { refuse } = useFlags();
  const { fields } = known;
  const shown = columns.chosen.flatMap((id) => fields.find((field) => field.id === id) ?? []);
  const found = useFound(
    jql,
    shown.flatMap(({ id }) => (id === 'issuekey' ? [] : [id])),
  );
  const isQueryWrong = found.error instanceof Refused && found.error.status === 400;
  return (
    <Stack space="space.150">
      <Asking known={known} jql={jql} problem={isQueryWrong ? found.error?.message : undefined} onSearch={onSearch} />
      <Inline space="space.100" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.050">
        <Count key={jql} jql={jql} isWrong={isQueryWrong} />
        <Inline space="space.050" alignBlock="center" shouldWrap rowSpace="space.050">
          <ColumnPicker
            fields={fields}
            columns={columns}
            onFailed={(error) => refuse('The columns were not changed', error)}
          />
          {found.issues && found.issues.length > 0 && <BulkChange jql={jql} onChanged={found.again} />}
          <FilterBar jql={jql} filter={known.filter} onFilterChanged={onFilterChanged} />
        </Inline>
      </Inline>
      {found.error && !isQueryWrong && <Failure error={found.error} onAgain={found.again} />}
      {!found.issues && !found.error && <Skeleton rows={10} />}
      {found.issues?.length === 0 && (
        <Text color="color.text.subtle">No issue matches. Ask for less, or create one with “Create” above.</Text>
      )}
      {found.issues && found.issues.length > 0 && (
        <IssueTable
          jql={jql}
          issues={found.issues}
          columns={shown}
          found={found}
          onOrder={(field, isDescending) => onSearch(ordered(jql, field, isDescending ? 'DESC' : 'ASC'))}
        />
      )}
    </Stack>
  );
}

interface AskingProps {
  readonly known: Known;
  readonly jql: string;
  readonly problem: string | undefined;
  readonly onSearch: (jql: string) => void;
}

/** The height of the name above a field. */
const besideField = xcss({ paddingBlockStart: 'space.250' });
const beneath = xcss({ alignSelf: 'end' });

/** The basic filters where they can say what is asked, and JQL; what Jira refuses is shown as it was asked. */
function Asking({ known, jql, problem, onSearch }: AskingProps) {
  const [wantsJql, setWantsJql] = useState(false);
  const basic = basicOf(jql === newestOf(known.projects.map(({ key }) => key)) ? 'ORDER BY created DESC' : jql);
  const isJql = wantsJql || basic === undefined || problem !== undefined;
  const everything = newestOf(known.projects.map(({ key }) => key));
  const ask = (query: NonNullable<typeof basic>) => {
    const asked = jqlOf(query, parted(jql).order);
    onSearch(parted(asked).where === '' ? everything : asked);
  };
  return (
    <Inline space="space.100" alignBlock="start" shouldWrap rowSpace="space.100">
      <Box style={{ flexGrow: 1, minWidth: '16rem' }}>
        {isJql ? (
          <JqlField jql={jql} problem={problem} onSearch={onSearch} />
        ) : (
          <BasicFilters projects={known.projects} query={basic} onChanged={ask} />
        )}
      </Box>
      <Box xcss={isJql ? besideField : beneath}>
        <Button
          appearance="subtle"
          isDisabled={basic === undefined || problem !== undefined}
          onClick={() => setWantsJql(!isJql)}
          aria-label={isJql ? 'Switch to the basic filters' : 'Switch to JQL'}
        >
          {isJql ? 'Basic' : 'JQL'}
        </Button>
      </Box>
    </Inline>
  );
}

interface CountProps {
  readonly jql: string;
  readonly isWrong: boolean;
}

function Count({ jql, isWrong }: CountProps) {
  const { moves } = useSiteClock();
  const count = useLoaded(
    `count ${jql}`,
    () => jira<{ count: number }>('POST', '/search/approximate-count', { jql: parted(jql).where }),
    String(moves),
  );
  if (isWrong || count.state !== 'ready') return <Text> </Text>;
  const { count: all } = count.value;
  return <Text color="color.text.subtle">{`${all.toLocaleString('en')} ${all === 1 ? 'issue' : 'issues'}`}</Text>;
}

function Failure({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  return (
    <SectionMessage
      appearance="error"
      title="The site could not show the issues"
      actions={[
        <SectionMessageAction key="again" onClick={onAgain}>
          Try again
        </SectionMessageAction>,
      ]}
    >
      <p>{error.message} Nothing was lost.</p>
    </SectionMessage>
  );
}
