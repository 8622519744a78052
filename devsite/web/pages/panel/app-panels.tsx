import { Stack } from '@atlaskit/primitives';
import type { Issue } from '../issue/issue';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';
import { AppPanel } from './app-panel';
import type { Panel } from './panel';

interface AppPanelsProps {
  readonly issue: Issue;
  readonly onRefresh: () => void;
}

/** The app's modules that stand in the issue's page. */
export function AppPanels({ issue, onRefresh }: AppPanelsProps) {
  const panels = useLoaded('panels', () => devsite<{ panels: readonly Panel[] }>('GET', '/bridge/panels'));
  return (
    <Loaded of={panels} what="the app’s panels" frame={null}>
      {({ panels: all }) => (
        <Stack space="space.300">
          {all.map((panel) => (
            <AppPanel key={panel.moduleKey} panel={panel} issueKey={issue.key} onRefresh={onRefresh} />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
