import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import More from '@atlaskit/icon/core/show-more-horizontal';
import { type Dashboard, type Gadget, moveGadget, removeGadget } from './dashboards';
import { type Columns, movesOf } from './gadget-columns';
import { refreshGadgets } from './gadget-refresh';

interface GadgetMenuProps {
  readonly dashboard: Dashboard;
  readonly gadget: Gadget;
  readonly columns: Columns;
  /** Absent where there is nothing to configure. */
  readonly onConfigure?: () => void;
  readonly onChange: (doing: Promise<unknown>) => void;
}

/** What can be done to a gadget; who may not edit the dashboard can still refresh it. */
export function GadgetMenu({ dashboard, gadget, columns, onConfigure, onChange }: GadgetMenuProps) {
  const { id, isWritable } = dashboard;
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, ...trigger }) => (
        <IconButton
          ref={triggerRef}
          icon={More}
          label={`Actions for ${gadget.title}`}
          appearance="subtle"
          spacing="compact"
          {...trigger}
        />
      )}
    >
      <DropdownItemGroup>
        <DropdownItem onClick={() => refreshGadgets({ origin: 'gadget', gadgetId: String(gadget.id) })}>
          Refresh
        </DropdownItem>
        {isWritable && onConfigure && <DropdownItem onClick={onConfigure}>Configure</DropdownItem>}
        {isWritable &&
          movesOf(gadget, columns).map(({ text, to }) => (
            <DropdownItem key={text} onClick={() => onChange(moveGadget(id, gadget, to))}>
              {text}
            </DropdownItem>
          ))}
        {isWritable && <DropdownItem onClick={() => onChange(removeGadget(id, gadget))}>Remove</DropdownItem>}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
