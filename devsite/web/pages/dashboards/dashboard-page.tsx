import Button from '@atlaskit/button/new';
import { Anchor, Box, Grid, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useState } from 'react';
import { type AppModule, modulesOf, useApp } from '../panel/shown-app';
import { Refused } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useLoaded } from '../ui/use-loaded';
import { AddGadget } from './add-gadget';
import { DashboardMenu } from './dashboard-menu';
import { type Dashboard, type Gadget, type OpenDashboard, openDashboard } from './dashboards';
import { GadgetCard } from './gadget-card';
import { columnsOf } from './gadget-columns';
import { refreshGadgets } from './gadget-refresh';

/** One dashboard: its gadgets in columns. */
export function DashboardPage({ id }: { readonly id: string }) {
  const open = useLoaded(`dashboard ${id}`, () => openDashboard(id));
  if (open.state === 'failed' && open.error instanceof Refused && open.error.status === 404) return <NoDashboard />;
  return (
    <Loaded of={open} what="the dashboard">
      {(shown) => <ShownDashboard open={shown} reload={open.reload} />}
    </Loaded>
  );
}

const column = xcss({ minWidth: '0' });
const grids = {
  2: xcss({
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 64rem)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  }),
  3: xcss({
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 64rem)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  }),
};

interface ShownDashboardProps {
  readonly open: OpenDashboard;
  readonly reload: () => void;
}

function ShownDashboard({ open: { dashboard, gadgets }, reload }: ShownDashboardProps) {
  const app = useApp();
  const { refuse } = useFlags();
  const [isAdding, setAdding] = useState(false);
  const [added, setAdded] = useState<number>();
  const modules = app.state === 'ready' ? modulesOf(app.value, 'jira:dashboardGadget') : [];
  const columns = columnsOf(gadgets);
  const change = (doing: Promise<unknown>) =>
    void doing.then(reload, (error) => refuse('The dashboard was not changed', error));

  return (
    <Page
      title={dashboard.name}
      above={<Trail />}
      beside={<Controls dashboard={dashboard} onAdd={() => setAdding(true)} />}
    >
      {gadgets.length === 0 && <Text color="color.text.subtle">Gadgets would be here. Add the first one.</Text>}
      <Grid xcss={columns.length > 2 ? grids[3] : grids[2]} gap="space.200" alignItems="start">
        {columns.map((within, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <Box key={place} xcss={column}>
            <Stack space="space.200">
              {within.map((gadget) => (
                <GadgetCard
                  key={gadget.id}
                  dashboard={dashboard}
                  gadget={gadget}
                  module={moduleOf(gadget, modules)}
                  columns={columns}
                  isNew={gadget.id === added}
                  onChange={change}
                />
              ))}
            </Stack>
          </Box>
        ))}
      </Grid>
      <AddGadget
        isOpen={isAdding}
        dashboard={dashboard}
        modules={modules}
        onClose={() => setAdding(false)}
        onAdded={({ id }) => {
          setAdded(id);
          setAdding(false);
          reload();
        }}
      />
    </Page>
  );
}

interface ControlsProps {
  readonly dashboard: Dashboard;
  readonly onAdd: () => void;
}

const Controls = ({ dashboard, onAdd }: ControlsProps) => (
  <Inline space="space.100">
    <Button onClick={() => refreshGadgets({ origin: 'dashboard' })}>Refresh</Button>
    {dashboard.isWritable && (
      <>
        <Button appearance="primary" onClick={onAdd}>
          Add gadget
        </Button>
        <DashboardMenu dashboard={dashboard} />
      </>
    )}
  </Inline>
);

const moduleOf = ({ moduleKey }: Gadget, modules: readonly AppModule[]): AppModule | undefined =>
  modules.find((module) => moduleKey.endsWith(`/${module.moduleKey}`));

const Trail = () => (
  <Box as="nav" aria-label="Where this is">
    <Anchor href="/jira/dashboards">Dashboards</Anchor>
  </Box>
);

const NoDashboard = () => (
  <Page title="There is no such dashboard to see" above={<Trail />}>
    <Text>The dashboard does not exist, or it is not shared with you.</Text>
  </Page>
);
