import { Box, xcss } from '@atlaskit/primitives';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { views } from '../drawer/views';
import { Page } from '../ui/page';
import { goTo } from '../ui/routing';

const panel = xcss({ width: '100%', paddingBlockStart: 'space.200' });

/** What the app just did on the platform, whether it is on time, and what it cost. */
export function PlatformPage({ tab }: { readonly tab: string | undefined }) {
  const selected = Math.max(
    0,
    views.findIndex(({ path }) => path === tab),
  );
  return (
    <Page title="Platform">
      <Tabs
        id="platform"
        selected={selected}
        shouldUnmountTabPanelOnChange
        onChange={(place) => goTo(`/platform/${views[place]?.path ?? ''}`, 'replace')}
      >
        <TabList>
          {views.map(({ path, title }) => (
            <Tab key={path}>{title}</Tab>
          ))}
        </TabList>
        {views.map(({ path, View }) => (
          <TabPanel key={path}>
            <Box xcss={panel}>
              <View />
            </Box>
          </TabPanel>
        ))}
      </Tabs>
    </Page>
  );
}
