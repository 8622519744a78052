import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import Settings from '@atlaskit/icon/core/settings';
import { addressOfModule } from '../panel/module-address';
import { modulesOf, useApp } from '../panel/shown-app';
import { useIsAdmin } from './use-is-admin';

/** What an administrator sets up; nothing for others. */
export function SettingsMenu() {
  const isAdmin = useIsAdmin();
  const app = useApp();
  if (!isAdmin) return null;
  const pages = app.state === 'ready' ? modulesOf(app.value, 'jira:adminPage') : [];
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, ...trigger }) => (
        <IconButton {...trigger} ref={triggerRef} icon={Settings} label="Settings" appearance="subtle" />
      )}
    >
      <DropdownItemGroup title="Jira settings">
        <DropdownItem href="/projects">Projects</DropdownItem>
        <DropdownItem href="/people">People and groups</DropdownItem>
        <DropdownItem href="/jira/apps">Apps</DropdownItem>
      </DropdownItemGroup>
      {app.state === 'ready' && pages.length > 0 && (
        <DropdownItemGroup hasSeparator title={app.value.name}>
          {pages.map((page) => (
            <DropdownItem key={page.moduleKey} href={addressOfModule(page, app.value) ?? '/jira/apps'}>
              {page.title}
            </DropdownItem>
          ))}
        </DropdownItemGroup>
      )}
    </DropdownMenu>
  );
}
