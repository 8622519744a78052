import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import More from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { useAppActions } from '../panel/app-actions';
import type { Issue } from './issue';
import { ArchiveIssue, DeleteIssue } from './issue-removal';
import type { Deed, IssueStanding } from './issue-standing';
import { MoveIssue } from './move-issue';
import { ChangeType } from './type-dialog';

interface IssueActionsProps {
  readonly issue: Issue;
  readonly standing: IssueStanding;
  readonly onChanged: () => void;
}

const titles: Readonly<Record<Deed, string>> = {
  move: 'Move…',
  retype: 'Change issue type…',
  archive: 'Archive…',
  unarchive: 'Restore from the archive…',
  delete: 'Delete…',
};

/** What the person may do to the issue as a whole, and what the app does with it. */
export function IssueActions({ issue, standing, onChanged }: IssueActionsProps) {
  const [chosen, setChosen] = useState<Deed>();
  const own = (Object.keys(titles) as Deed[]).filter((deed) => standing.deeds.has(deed));
  const { items, dialogs } = useAppActions(issue, onChanged);
  if (own.length === 0 && !items) return null;
  const dialog = { issue, onClose: () => setChosen(undefined), onChanged };

  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        shouldRenderToParent
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton ref={triggerRef} icon={More} label="Actions" {...trigger} />
        )}
      >
        {items}
        {own.length > 0 && (
          <DropdownItemGroup title="Issue" hasSeparator={items !== null}>
            {own.map((deed) => (
              <DropdownItem key={deed} onClick={() => setChosen(deed)}>
                {titles[deed]}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        )}
      </DropdownMenu>
      {dialogs}
      <MoveIssue isOpen={chosen === 'move'} {...dialog} />
      <ChangeType isOpen={chosen === 'retype'} types={standing.types} {...dialog} />
      <ArchiveIssue isOpen={chosen === 'archive'} isArchived={false} {...dialog} />
      <ArchiveIssue isOpen={chosen === 'unarchive'} isArchived {...dialog} />
      <DeleteIssue isOpen={chosen === 'delete'} {...dialog} />
    </>
  );
}
