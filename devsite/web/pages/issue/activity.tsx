import Heading from '@atlaskit/heading';
import { Box, Stack, xcss } from '@atlaskit/primitives';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Comments } from './comments';
import { History } from './history';
import type { Issue } from './issue';
import { WorkLog } from './work-log';

const panel = xcss({ width: '100%', paddingBlockStart: 'space.150' });

interface ActivityProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

/** What was said and what was done. */
export function Activity({ issue, onChanged }: ActivityProps) {
  return (
    <Stack space="space.050">
      <Heading size="small" as="h2">
        Activity
      </Heading>
      <Tabs id="activity">
        <TabList>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
          <Tab>Work log</Tab>
        </TabList>
        <TabPanel>
          <Box xcss={panel}>
            <Comments issue={issue} onChanged={onChanged} />
          </Box>
        </TabPanel>
        <TabPanel>
          <Box xcss={panel}>
            <History issue={issue} />
          </Box>
        </TabPanel>
        <TabPanel>
          <Box xcss={panel}>
            <WorkLog issue={issue} onChanged={onChanged} />
          </Box>
        </TabPanel>
      </Tabs>
    </Stack>
  );
}
