import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Pick } from '../ui/pick';
import { goTo, useAddress } from '../ui/routing';
import { useLoaded } from '../ui/use-loaded';
import { FoundIssues } from './found-issues';
import { newestOf, type Project, projects } from './issue-search';

const picker = xcss({ width: '16rem' });
const query = xcss({ flexGrow: '1', minWidth: '16rem' });

/** The issues of a project, or those that a query finds. */
export function IssueListPage() {
  const known = useLoaded('projects', projects);
  return (
    <Page title="Issues">
      <Loaded of={known} what="the projects">
        {(all) => <IssueList projects={all} />}
      </Loaded>
    </Page>
  );
}

function IssueList({ projects: all }: { readonly projects: readonly Project[] }) {
  const { searchParams } = useAddress();
  const project = all.find(({ key }) => key === searchParams.get('project'));
  const keys = (project ? [project] : all).map(({ key }) => key);
  const jql = searchParams.get('jql') ?? newestOf(keys);

  return (
    <Stack space="space.200">
      <Inline space="space.150" alignBlock="end" shouldWrap rowSpace="space.100">
        <Box xcss={picker}>
          <Labelled label="Project" id="project">
            <Pick
              id="project"
              value={project?.key ?? ''}
              options={[
                { value: '', label: 'All projects' },
                ...all.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })),
              ]}
              onChosen={(key) => goTo(key ? `/issues?project=${key}` : '/issues')}
            />
          </Labelled>
        </Box>
        <Box xcss={query}>
          <QueryField key={jql} jql={jql} />
        </Box>
      </Inline>
      <FoundIssues key={jql} jql={jql} />
    </Stack>
  );
}

function QueryField({ jql }: { readonly jql: string }) {
  const [value, setValue] = useState(jql);
  const search = (event: FormEvent) => {
    event.preventDefault();
    goTo(`/issues?jql=${encodeURIComponent(value)}`);
  };
  return (
    <form onSubmit={search}>
      <Inline space="space.100" alignBlock="end">
        <Box xcss={query}>
          <Labelled label="JQL" id="jql">
            <Textfield
              id="jql"
              isCompact
              value={value}
              onChange={({ currentTarget }) => setValue(currentTarget.value)}
            />
          </Labelled>
        </Box>
        <Button type="submit">Search</Button>
      </Inline>
    </form>
  );
}
