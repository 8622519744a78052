import { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Anchor, Box, Grid, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import type { ReactNode } from 'react';
import { type AddressedProject, addressOfModule } from '../panel/module-address';
import { type AppModule, modulesOf, type ShownApp, useApp } from '../panel/shown-app';
import { jira } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useLoaded } from '../ui/use-loaded';
import { InstallApp, UninstallApp } from './installation';

/** The apps of the site and the way to each of their pages. */
export function AppsPage() {
  const app = useApp();
  return (
    <Page title="Apps">
      <Loaded of={app} what="the apps">
        {(shown) => (shown.isInstalled ? <AppCard app={shown} /> : <AbsentApp name={shown.name} />)}
      </Loaded>
    </Page>
  );
}

const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.300',
});

function AppCard({ app }: { readonly app: ShownApp }) {
  const admin = modulesOf(app, 'jira:adminPage');
  return (
    <Box as="section" xcss={card} aria-label={app.name}>
      <Stack space="space.300">
        <Inline space="space.150" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.100">
          <Heading size="medium" as="h2">
            {app.name}
          </Heading>
          <Inline space="space.100">
            <UsePage app={app} pages={admin} use="get-started" text="Get started" />
            <UsePage app={app} pages={admin} use="config" text="Configure" />
            <UninstallApp name={app.name} />
          </Inline>
        </Inline>
        <PageLinks app={app} title="On the whole site" modules={modulesOf(app, 'jira:globalPage')} />
        <PageLinks app={app} title="Settings" modules={admin.filter(({ use }) => use === undefined)} />
        <ProjectLinks app={app} />
        {modulesOf(app, 'jira:dashboardGadget').length > 0 && (
          <Links title="Dashboards">
            <Anchor href="/jira/dashboards">Add its gadgets to a dashboard</Anchor>
          </Links>
        )}
        {modulesOf(app, 'jira:issuePanel').length > 0 && (
          <Text color="color.text.subtle">On issues it shows itself beside what the issue says.</Text>
        )}
      </Stack>
    </Box>
  );
}

const AbsentApp = ({ name }: { readonly name: string }) => (
  <Box as="section" xcss={card} aria-label={name}>
    <Inline space="space.150" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.100">
      <Stack space="space.100">
        <Heading size="medium" as="h2">
          {name}
        </Heading>
        <Text color="color.text.subtle">It is not installed on this site.</Text>
      </Stack>
      <InstallApp name={name} />
    </Inline>
  </Box>
);

interface UsePageProps {
  readonly app: ShownApp;
  readonly pages: readonly AppModule[];
  readonly use: NonNullable<AppModule['use']>;
  readonly text: string;
}

function UsePage({ app, pages, use, text }: UsePageProps) {
  const module = pages.find((each) => each.use === use);
  const href = module && addressOfModule(module, app);
  return href ? <LinkButton href={href}>{text}</LinkButton> : null;
}

interface PageLinksProps {
  readonly app: ShownApp;
  readonly title: string;
  readonly modules: readonly AppModule[];
}

const PageLinks = ({ app, title, modules }: PageLinksProps) =>
  modules.length === 0 ? null : (
    <Links title={title}>
      <ModuleLinks app={app} modules={modules} />
    </Links>
  );

interface ModuleLinksProps {
  readonly app: ShownApp;
  readonly modules: readonly AppModule[];
  readonly within?: AddressedProject;
}

/** Each module, and the pages that it lists itself. */
const ModuleLinks = ({ app, modules, within }: ModuleLinksProps) => (
  <Inline space="space.200" shouldWrap rowSpace="space.075">
    {modules.flatMap((module) => {
      const address = addressOfModule(module, app, within) ?? '';
      const pages = module.sections.flatMap((section) => section.pages);
      return [
        <Anchor key={address} href={address}>
          {module.title}
        </Anchor>,
        ...pages.map(({ title, route }) => (
          <Anchor key={`${address}/${route}`} href={`${address}/${route}`}>
            {title}
          </Anchor>
        )),
      ];
    })}
  </Inline>
);

const Links = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack space="space.075">
    <Heading size="xsmall" as="h3">
      {title}
    </Heading>
    {children}
  </Stack>
);

interface NamedProject extends AddressedProject {
  readonly name: string;
}

const projects = async (): Promise<readonly NamedProject[]> =>
  (await jira<{ values: readonly NamedProject[] }>('GET', '/project/search')).values;

const row = xcss({ gridTemplateColumns: 'minmax(6rem, 14rem) minmax(0, 1fr)' });

/** The app's pages of each project that the person sees. */
function ProjectLinks({ app }: { readonly app: ShownApp }) {
  const modules = ['jira:projectPage', 'jira:projectSettingsPage'].flatMap((type) => modulesOf(app, type));
  const known = useLoaded('projects', projects);
  if (modules.length === 0) return null;
  return (
    <Links title="In projects">
      <Loaded of={known} what="the projects">
        {(all) => (
          <Stack space="space.075">
            {all.map((project) => (
              <Grid key={project.key} xcss={row} gap="space.200">
                <Text>{project.name}</Text>
                <ModuleLinks app={app} modules={modules} within={project} />
              </Grid>
            ))}
          </Stack>
        )}
      </Loaded>
    </Links>
  );
}
