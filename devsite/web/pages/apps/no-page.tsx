import { Anchor, Box, Stack, Text } from '@atlaskit/primitives';
import { Page } from '../ui/page';

/** What stands at an address where no app has a page for the person. */
export const NoPage = () => (
  <Page title="There is no such page to see">
    <Stack space="space.150">
      <Text>No app has a page at this address, or you may not see it.</Text>
      <Box>
        <Anchor href="/jira/apps">All pages of apps</Anchor>
      </Box>
    </Stack>
  </Page>
);
