import { LinkButton, LinkIconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import App from '@atlaskit/icon/core/app';
import Email from '@atlaskit/icon/core/email';
import { Anchor, Box, Inline, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { CreateIssueButton } from '../issues/create-issue';
import { useAddress } from '../ui/routing';
import { PersonSwitch } from './person-switch';
import { QuickSearch } from './quick-search';
import { SettingsMenu } from './settings-menu';
import { ThemeSwitch } from './theme-switch';

const bar = xcss({
  paddingInline: 'space.300',
  paddingBlock: 'space.100',
  borderBlockEndStyle: 'solid',
  borderBlockEndWidth: 'border.width',
  borderBlockEndColor: 'color.border',
});
const home = xcss({ textDecoration: 'none', color: 'color.text', paddingInlineEnd: 'space.100' });

const places = [
  { href: '/projects', title: 'Projects', within: ['/projects'] },
  { href: '/issues', title: 'Filters', within: ['/issues', '/browse'] },
  { href: '/jira/dashboards', title: 'Dashboards', within: ['/jira/dashboards'] },
  { href: '/jira/apps', title: 'Apps', within: ['/jira/apps'] },
];

/** The way to every page, to a new issue, and to be somebody else. */
export function TopBar() {
  const { pathname } = useAddress();
  return (
    <Box as="header" xcss={bar}>
      <Inline space="space.200" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.050">
        <Inline space="space.100" alignBlock="center">
          <Box as="nav" aria-label="Site">
            <Inline space="space.025" alignBlock="center">
              <Anchor href="/issues" xcss={home}>
                <Inline space="space.100" alignBlock="center">
                  <App label="" color={token('color.icon.brand')} />
                  <Heading size="xsmall" as="span">
                    Jira
                  </Heading>
                </Inline>
              </Anchor>
              {places.map(({ href, title, within }) => (
                <LinkButton
                  key={href}
                  href={href}
                  appearance="subtle"
                  isSelected={within.some((start) => pathname.startsWith(start))}
                >
                  {title}
                </LinkButton>
              ))}
            </Inline>
          </Box>
          <CreateIssueButton />
        </Inline>
        <Inline space="space.050" alignBlock="center">
          <QuickSearch />
          <LinkIconButton href="/mailbox" icon={Email} label="Mailbox" appearance="subtle" isTooltipDisabled={false} />
          <SettingsMenu />
          <ThemeSwitch />
          <PersonSwitch />
        </Inline>
      </Inline>
    </Box>
  );
}
