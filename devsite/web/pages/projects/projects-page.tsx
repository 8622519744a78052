import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Anchor, Inline, Stack } from '@atlaskit/primitives';
import { useIsAdmin } from '../shell/use-is-admin';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { PersonName } from '../ui/person';
import { type Column, Table } from '../ui/table';
import { useLoaded } from '../ui/use-loaded';
import { CreateProject } from './create-project';
import { type Project, projectsOf, styleName, typeName } from './project';

const columns: readonly Column<Project>[] = [
  {
    title: 'Name',
    width: 30,
    cell: ({ key, name, archived }) => (
      <Inline space="space.100" alignBlock="center">
        <Anchor href={`/projects/${key}`}>{name}</Anchor>
        {archived && <Lozenge>Archived</Lozenge>}
      </Inline>
    ),
  },
  { title: 'Key', cell: ({ key }) => key },
  { title: 'Type', cell: (project) => typeName(project) },
  { title: 'Managed', isSpare: true, cell: (project) => styleName(project) },
  { title: 'Lead', cell: ({ lead }) => lead && <PersonName name={lead.displayName} /> },
  { title: 'Issues', isFigure: true, cell: ({ insight }) => insight?.totalIssueCount ?? 0 },
];

/** The projects that the person sees, those that were archived apart. */
export function ProjectsPage() {
  const isAdmin = useIsAdmin();
  const live = useLoaded('live projects', () => projectsOf('live'));
  const archived = useLoaded('archived projects', () => projectsOf('archived').catch(() => []));
  return (
    <Page title="Projects" beside={isAdmin && <CreateProject onCreated={live.reload} />}>
      <Loaded of={live} what="the projects">
        {(projects) => (
          <Table
            label="Projects"
            rows={projects}
            keyOf={({ key }) => key}
            columns={columns}
            empty="There is no project that you may see."
          />
        )}
      </Loaded>
      {archived.state === 'ready' && archived.value.length > 0 && (
        <Stack space="space.100">
          <Heading size="small" as="h2">
            Archived
          </Heading>
          <Table
            label="Archived projects"
            rows={archived.value}
            keyOf={({ key }) => key}
            columns={columns}
            empty="None."
          />
        </Stack>
      )}
    </Page>
  );
}
