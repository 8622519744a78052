import { LinkButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import App from '@atlaskit/icon/core/app';
import { Box, Inline, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { CreateIssueButton } from '../issues/create-issue';
import { PersonPicture } from '../ui/person';
import { useAddress } from '../ui/routing';
import { usePerson } from './session';
import { ThemeSwitch } from './theme-switch';

const bar = xcss({
  paddingInline: 'space.300',
  paddingBlock: 'space.100',
  borderBlockEndStyle: 'solid',
  borderBlockEndWidth: 'border.width',
  borderBlockEndColor: 'color.border',
});

const places = [
  { href: '/issues', title: 'Issues', within: ['/issues', '/browse'] },
  { href: '/jira/dashboards', title: 'Dashboards', within: ['/jira/dashboards'] },
  { href: '/jira/apps', title: 'Apps', within: ['/jira/apps', '/jira/settings/apps'] },
  { href: '/mailbox', title: 'Mailbox', within: ['/mailbox'] },
  { href: '/platform', title: 'Platform', within: ['/platform'] },
];

/** The way to every page, to a new issue, and to be somebody else. */
export function TopBar() {
  const { pathname } = useAddress();
  const { displayName } = usePerson();

  return (
    <Box as="header" xcss={bar}>
      <Inline space="space.200" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.050">
        <Box as="nav" aria-label="Site">
          <Inline space="space.050" alignBlock="center">
            <Inline space="space.100" alignBlock="center">
              <App label="" color={token('color.icon.brand')} />
              <Heading size="xsmall" as="span">
                Jira
              </Heading>
            </Inline>
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
            <CreateIssueButton />
          </Inline>
        </Box>
        <Inline space="space.050" alignBlock="center">
          <ThemeSwitch />
          <LinkButton
            href="/sign-in"
            appearance="subtle"
            iconBefore={() => <PersonPicture name={displayName} size="xsmall" />}
          >
            {displayName}
          </LinkButton>
        </Inline>
      </Inline>
    </Box>
  );
}
