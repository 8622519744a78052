import { Anchor, Inline, Stack, Text } from '@atlaskit/primitives';
import { Page } from '../ui/page';

/** What stands at an address where neither the site nor an app has a page for the person. */
export const NoPage = () => (
  <Page title="There is no such page to see">
    <Stack space="space.150">
      <Text>Nothing is at this address, or you may not see it.</Text>
      <Inline space="space.200">
        <Anchor href="/issues">All issues</Anchor>
        <Anchor href="/jira/apps">All pages of apps</Anchor>
      </Inline>
    </Stack>
  </Page>
);
