import { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { type ReactNode, useState } from 'react';
import type { Issue } from '../issue/issue';
import { FrameModal } from './app-frame';
import { type AppModule, modulesOf, useApp } from './shown-app';
import { UnsimulatedModal } from './unsimulated-modal';

interface AppActions {
  /** For the menu; null where there are none. */
  readonly items: ReactNode;
  /** For beside the menu, which goes when an action is chosen. */
  readonly dialogs: ReactNode;
}

/** The app's actions on the issue, each in a dialog of its own. */
export function useAppActions(issue: Issue, onRefresh: () => void): AppActions {
  const app = useApp();
  const [chosen, setChosen] = useState<AppModule>();
  const actions = app.state === 'ready' ? modulesOf(app.value, 'jira:issueAction') : [];
  if (app.state !== 'ready' || actions.length === 0) return { items: null, dialogs: null };
  const close = () => setChosen(undefined);
  return {
    items: (
      <DropdownItemGroup title={app.value.name}>
        {actions.map((action) => (
          <DropdownItem key={action.moduleKey} onClick={() => setChosen(action)}>
            {action.title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
    ),
    dialogs: (
      <>
        <FrameModal
          app={app.value}
          place={{ moduleKey: chosen?.moduleKey ?? '', issueKey: issue.key }}
          title={chosen?.title ?? ''}
          asked={chosen?.src === undefined ? undefined : { src: chosen.src, size: chosen.viewportSize }}
          onClosed={close}
          onRefresh={onRefresh}
        />
        <UnsimulatedModal title={chosen?.src === undefined ? chosen?.title : undefined} onClose={close} />
      </>
    ),
  };
}
