import Heading from '@atlaskit/heading';
import { Anchor, Box, Grid, Inline, Text, xcss } from '@atlaskit/primitives';
import { type ReactNode, useMemo } from 'react';
import type { NamedPage } from '../panel/module-address';
import { ModuleFrame } from '../panel/module-frame';
import { pageRoutes } from '../panel/page-routes';
import { type AppModule, modulesOf, type ShownApp, useApp } from '../panel/shown-app';
import { contextOf } from '../panel/site-calls';
import { NoPage } from '../shell/no-page';
import { Refused } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useLoaded } from '../ui/use-loaded';
import { SubPages } from './sub-pages';

/** A page of the app, named by its address. */
export function AppPage({ named }: { readonly named: NamedPage }) {
  const app = useApp();
  return (
    <Loaded of={app} what="the app">
      {(shown) => {
        const module = moduleOf(shown, named);
        return module ? <ModulePage app={shown} module={module} named={named} /> : <NoPage />;
      }}
    </Loaded>
  );
}

function moduleOf(app: ShownApp, { type, use, base }: NamedPage): AppModule | undefined {
  if (!base.endsWith(`/${app.appId}/${app.environmentId}`)) return undefined;
  return modulesOf(app, type).find((module) => module.use === use);
}

const columns = xcss({ gridTemplateColumns: 'minmax(0, 1fr)' });
const columnsBeside = xcss({
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 64rem)': { gridTemplateColumns: '14rem minmax(0, 1fr)' },
});
const picture = xcss({ width: 'size.300', height: 'size.300' });
const leastHeight = '60vh';

interface ModulePageProps {
  readonly app: ShownApp;
  readonly module: AppModule;
  readonly named: NamedPage;
}

/** The module under its title, its own pages beside it; nothing for who may not be there. */
function ModulePage({ app, module, named }: ModulePageProps) {
  const { base, projectKey } = named;
  const place = projectKey === undefined ? {} : { projectKey };
  const context = useLoaded(base, () => contextOf({ ...place, moduleKey: module.moduleKey }));
  const routes = useMemo(() => pageRoutes(base), [base]);
  if (context.state === 'failed' && context.error instanceof Refused && context.error.status === 404) return <NoPage />;
  const hasPages = module.sections.length > 0;

  return (
    <Page title={module.title} above={<Trail app={app} named={named} />} heading={<Title module={module} />}>
      <Loaded of={context} what={module.title}>
        {() => (
          <Grid xcss={hasPages ? columnsBeside : columns} gap="space.300" alignItems="start">
            {hasPages && <SubPages module={module} base={base} />}
            <Box>
              <ModuleFrame module={module} place={place} surroundings={{ routes }} leastHeight={leastHeight} />
            </Box>
          </Grid>
        )}
      </Loaded>
    </Page>
  );
}

function Title({ module }: { readonly module: AppModule }): ReactNode {
  return (
    <Inline space="space.100" alignBlock="center">
      {module.icon && <Box as="img" xcss={picture} src={module.icon} alt="" />}
      <Heading size="large" as="h1">
        {module.title}
      </Heading>
    </Inline>
  );
}

function Trail({ app, named }: { readonly app: ShownApp; readonly named: NamedPage }) {
  const { type, projectKey } = named;
  return (
    <Box as="nav" aria-label="Where this is">
      <Inline space="space.075" separator="/" alignBlock="center">
        <Anchor href="/jira/apps">Apps</Anchor>
        <Text color="color.text.subtle">{app.name}</Text>
        {type === 'jira:adminPage' && <Text color="color.text.subtle">Settings</Text>}
        {projectKey && <Anchor href={`/issues?project=${projectKey}`}>{projectKey}</Anchor>}
      </Inline>
    </Box>
  );
}
