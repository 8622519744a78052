import Button, { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Anchor, Box, Grid, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';
import { quoted } from '../../../jira/jql/jql-text';
import { addressOfModule } from '../panel/module-address';
import { modulesOf, useApp } from '../panel/shown-app';
import { useIsAdmin } from '../shell/use-is-admin';
import { jira, Refused } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { PersonName } from '../ui/person';
import { type Status, StatusName } from '../ui/status';
import { useLoaded } from '../ui/use-loaded';
import { type Project, projectOf, styleName, typeName } from './project';

/** A project: what it is, its issues, and what apps add to it. */
export function ProjectPage({ projectKey }: { readonly projectKey: string }) {
  const project = useLoaded(`project ${projectKey}`, () => projectOf(projectKey));
  const isMissing = project.state === 'failed' && project.error instanceof Refused && project.error.status === 404;
  const title = project.state === 'ready' ? project.value.name : projectKey;
  if (isMissing)
    return (
      <Page title={`There is no project ${projectKey} to see`} above={<Trail />}>
        <Text>It does not exist, or you may not see it.</Text>
      </Page>
    );
  return (
    <Page title={title} above={<Trail />}>
      <Loaded of={project} what={projectKey}>
        {(shown) => <ShownProject project={shown} onChanged={project.reload} />}
      </Loaded>
    </Page>
  );
}

const Trail = () => (
  <Box as="nav" aria-label="Where this is">
    <Anchor href="/projects">Projects</Anchor>
  </Box>
);

const columns = xcss({
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 64rem)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(18rem, 1fr)' },
});
const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.200',
});

interface ShownProjectProps {
  readonly project: Project;
  readonly onChanged: () => void;
}

function ShownProject({ project, onChanged }: ShownProjectProps) {
  const { key, description, archived, insight, issueTypes = [] } = project;
  const open = `project = ${quoted(key)} AND resolution is EMPTY ORDER BY created DESC`;
  return (
    <Grid xcss={columns} gap="space.300" alignItems="start">
      <Stack space="space.300">
        {archived && <Text>This project is archived: its issues are read only and no search finds them.</Text>}
        {description && <Text>{description}</Text>}
        <Part title="Issues">
          <Inline space="space.100" alignBlock="center" shouldWrap rowSpace="space.050">
            <LinkButton href={`/issues?project=${key}`}>{`All ${insight?.totalIssueCount ?? ''} issues`}</LinkButton>
            <LinkButton href={listOf(open)}>Unresolved</LinkButton>
          </Inline>
        </Part>
        <Statuses project={project} />
        <ProjectApps project={project} />
      </Stack>
      <Box as="aside" xcss={card} aria-label="About the project">
        <Stack space="space.150">
          <About name="Key">{key}</About>
          <About name="Type">{typeName(project)}</About>
          <About name="Managed">{styleName(project)}</About>
          <About name="Lead">{project.lead ? <PersonName name={project.lead.displayName} /> : 'Nobody'}</About>
          <About name="Issue types">{issueTypes.map(({ name }) => name).join(', ')}</About>
          <Archiving project={project} onChanged={onChanged} />
        </Stack>
      </Box>
    </Grid>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack space="space.100">
    <Heading size="small" as="h2">
      {title}
    </Heading>
    {children}
  </Stack>
);

const About = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Stack space="space.025">
    <Text size="small" weight="semibold" color="color.text.subtle">
      {name}
    </Text>
    <Box>{children}</Box>
  </Stack>
);

const issuesIn = (key: string, type: string, status: string): string =>
  `project = ${quoted(key)} AND issuetype = ${quoted(type)} AND status = ${quoted(status)} ORDER BY created DESC`;

/** Takes half a letter too, which an address cannot hold. */
const listOf = (jql: string): string => `/issues?${new URLSearchParams({ jql })}`;

interface TypeStatuses {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly Status[];
}

function Statuses({ project: { key } }: { readonly project: Project }) {
  const told = useLoaded(`statuses of ${key}`, () => jira<readonly TypeStatuses[]>('GET', `/project/${key}/statuses`));
  return (
    <Part title="Workflows">
      <Loaded of={told} what="the statuses">
        {(types) => (
          <Stack space="space.100">
            {types.map(({ id, name, statuses }) => (
              <Inline key={id} space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
                <Text weight="medium">{name}</Text>
                {statuses.map((status) => (
                  <Anchor
                    key={status.id}
                    href={listOf(issuesIn(key, name, status.name))}
                    aria-label={`${name} in ${status.name}`}
                  >
                    <StatusName status={status} />
                  </Anchor>
                ))}
              </Inline>
            ))}
          </Stack>
        )}
      </Loaded>
    </Part>
  );
}

/** The pages that the app adds to the project. */
function ProjectApps({ project }: { readonly project: Project }) {
  const app = useApp();
  if (app.state !== 'ready') return null;
  const shown = app.value;
  const pages = ['jira:projectPage', 'jira:projectSettingsPage'].flatMap((type) => modulesOf(shown, type));
  if (pages.length === 0) return null;
  return (
    <Part title="Apps">
      <Inline space="space.200" shouldWrap>
        {pages.map((page) => (
          <Anchor key={page.moduleKey} href={addressOfModule(page, shown, project) ?? '/jira/apps'}>
            {page.title}
          </Anchor>
        ))}
      </Inline>
    </Part>
  );
}

/** An administrator's way to archive a project, and to bring it back. */
function Archiving({ project: { key, archived = false }, onChanged }: ShownProjectProps) {
  const isAdmin = useIsAdmin();
  const { refuse } = useFlags();
  if (!isAdmin) return null;
  const change = () =>
    jira('POST', `/project/${key}/${archived ? 'restore' : 'archive'}`).then(onChanged, (error) =>
      refuse(`${key} was not ${archived ? 'restored' : 'archived'}`, error),
    );
  return (
    <Box>
      <Button spacing="compact" onClick={() => void change()}>
        {archived ? 'Restore' : 'Archive'}
      </Button>
    </Box>
  );
}
