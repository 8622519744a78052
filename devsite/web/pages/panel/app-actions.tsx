import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import More from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import type { Issue } from '../issue/issue';
import { FrameModal } from './app-frame';
import { type AppModule, modulesOf, useApp } from './shown-app';
import { UnsimulatedModal } from './unsimulated-modal';

interface AppActionsProps {
  readonly issue: Issue;
  readonly onRefresh: () => void;
}

/** The app's actions on the issue, each in a dialog of its own. */
export function AppActions({ issue, onRefresh }: AppActionsProps) {
  const app = useApp();
  const [chosen, setChosen] = useState<AppModule>();
  const actions = app.state === 'ready' ? modulesOf(app.value, 'jira:issueAction') : [];
  if (app.state !== 'ready' || actions.length === 0) return null;
  const close = () => setChosen(undefined);

  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton ref={triggerRef} icon={More} label="Actions" {...trigger} />
        )}
      >
        <DropdownItemGroup>
          {actions.map((action) => (
            <DropdownItem key={action.moduleKey} onClick={() => setChosen(action)}>
              {action.title}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
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
  );
}
