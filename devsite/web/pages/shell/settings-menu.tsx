import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import Settings from '@atlaskit/icon/core/settings';
import { addressOfModule } from '../panel/module-address';
import { modulesOf, useApp } from '../panel/shown-app';
import { useAddress } from '../ui/routing';
import { useIsAdmin } from './use-is-admin';

const places = [
  { href: '/projects', title: 'Projects' },
  { href: '/people', title: 'People and groups' },
  { href: '/jira/apps', title: 'Apps' },
];

/** What an administrator sets up; nothing for others. */
export function SettingsMenu() {
  const isAdmin = useIsAdmin();
  const app = useApp();
  const { pathname } = useAddress();
  if (!isAdmin) return null;
  const pages = app.state === 'ready' ? modulesOf(app.value, 'jira:adminPage') : [];
  const isAt = (start: string) => pathname.startsWith(start);
  return (
    <DropdownMenu<HTMLButtonElement>
      shouldRenderToParent
      placement="bottom-end"
      trigger={({ triggerRef, ...trigger }) => (
        <IconButton
          {...trigger}
          ref={triggerRef}
          icon={Settings}
          label="Settings"
          appearance="subtle"
          isSelected={trigger.isSelected || ['/people', '/jira/settings'].some(isAt)}
        />
      )}
    >
      <DropdownItemGroup title="Jira settings">
        {places.map(({ href, title }) => (
          <DropdownItem key={href} href={href} isSelected={pathname === href}>
            {title}
          </DropdownItem>
        ))}
      </DropdownItemGroup>
      {app.state === 'ready' && pages.length > 0 && (
        <DropdownItemGroup hasSeparator title={app.value.name}>
          {pages.map((page) => {
            const address = addressOfModule(page, app.value) ?? '/jira/apps';
            return (
              <DropdownItem key={page.moduleKey} href={address} isSelected={isAt(address)}>
                {page.title}
              </DropdownItem>
            );
          })}
        </DropdownItemGroup>
      )}
    </DropdownMenu>
  );
}
