import { Box, xcss } from '@atlaskit/primitives';
import { useEffect } from 'react';
import { JiraPage } from './apps/jira-page';
import { IssuePage } from './issue/issue-page';
import { IssueListPage } from './issues/issue-list-page';
import { MailboxPage } from './platform/mailbox-page';
import { PlatformPage } from './platform/platform-page';
import { ClockBar } from './shell/clock-bar';
import { PersonContext, type Session } from './shell/session';
import { SignInPage } from './shell/sign-in-page';
import { SiteTimeProvider } from './shell/site-time';
import { TopBar } from './shell/top-bar';
import { devsite, jira } from './ui/ask';
import { Loaded } from './ui/loaded';
import { ZoneContext } from './ui/moments';
import { goTo, useAddress } from './ui/routing';
import { useLoaded } from './ui/use-loaded';

/** The site: who is here, and the page that the address names. */
export function App() {
  const session = useLoaded('session', () => devsite<Session>('GET', '/session'));
  const { pathname } = useAddress();

  return (
    <Loaded of={session} what="who may sign in" frame={null}>
      {(who) =>
        who.person === undefined || pathname === '/sign-in' ? (
          <SignInPage
            session={who}
            onSignedIn={() => {
              if (pathname === '/sign-in') goTo('/issues');
              session.reload();
            }}
          />
        ) : (
          <PersonContext.Provider value={who.person} key={who.person.accountId}>
            <SignedInSite />
          </PersonContext.Provider>
        )
      }
    </Loaded>
  );
}

const centred = xcss({ maxWidth: '100%' });

function SignedInSite() {
  const self = useLoaded('myself', () => jira<{ timeZone?: string }>('GET', '/myself'));
  const zone = self.state === 'ready' ? (self.value.timeZone ?? 'UTC') : 'UTC';
  return (
    <ZoneContext.Provider value={zone}>
      <SiteTimeProvider>
        <TopBar />
        <ClockBar />
        <Box xcss={centred}>
          <PageOfAddress />
        </Box>
      </SiteTimeProvider>
    </ZoneContext.Provider>
  );
}

function PageOfAddress() {
  const { pathname } = useAddress();
  const [, first, second] = pathname.split('/');
  const unknown = !['issues', 'browse', 'jira', 'mailbox', 'platform'].includes(first ?? '');
  useEffect(() => {
    if (unknown) goTo('/issues', 'replace');
  }, [unknown]);

  if (first === 'jira') return <JiraPage path={pathname} />;
  if (first === 'browse' && second) return <IssuePage key={second} issueKey={second} />;
  if (first === 'mailbox') return <MailboxPage />;
  if (first === 'platform') return <PlatformPage tab={second} />;
  return <IssueListPage />;
}
