import { Stack } from '@atlaskit/primitives';
import type { Issue } from '../issue/issue';
import { Loaded } from '../ui/loaded';
import { AppPanel } from './app-panel';
import { modulesOf, useApp } from './shown-app';

interface AppPanelsProps {
  readonly issue: Issue;
  readonly onRefresh: () => void;
}

/** The app's modules that stand in the issue's page. */
export function AppPanels({ issue, onRefresh }: AppPanelsProps) {
  const app = useApp();
  return (
    <Loaded of={app} what="the app’s panels" frame={null}>
      {(shown) => (
        <Stack space="space.300">
          {modulesOf(shown, 'jira:issuePanel').map((panel) => (
            <AppPanel key={panel.moduleKey} panel={panel} issueKey={issue.key} onRefresh={onRefresh} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
