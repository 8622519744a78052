import { type ReactNode, useEffect } from 'react';
import { JiraPage } from './apps/jira-page';
import { Drawered } from './drawer/drawered';
import { IssuePage } from './issue/issue-page';
import { PeoplePage } from './people/people-page';
import { MailboxPage } from './platform/mailbox-page';
import { PlatformPage } from './platform/platform-page';
import { ProjectPage } from './projects/project-page';
import { ProjectsPage } from './projects/projects-page';
import { SearchPage } from './search/search-page';
import { ClockBar } from './shell/clock-bar';
import { NoPage } from './shell/no-page';
import { PersonContext, SeatsContext, type Session } from './shell/session';
import { Shortcuts } from './shell/shortcuts';
import { SignInPage } from './shell/sign-in-page';
import { SiteTimeProvider } from './shell/site-time';
import { StoppedNotice } from './shell/stopped-notice';
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
          <PersonContext.Provider value={who.person}>
            <SeatsContext.Provider
              value={{
                people: who.people,
                become: async ({ accountId }) => {
                  await devsite('POST', '/session', { accountId });
                  session.reload();
                },
              }}
            >
              <SignedInSite />
            </SeatsContext.Provider>
          </PersonContext.Provider>
        )
      }
    </Loaded>
  );
}

function SignedInSite() {
  const self = useLoaded('myself', () => jira<{ timeZone?: string }>('GET', '/myself'));
  const zone = self.state === 'ready' ? (self.value.timeZone ?? 'UTC') : 'UTC';
  return (
    <ZoneContext.Provider value={zone}>
      <SiteTimeProvider>
        <Drawered>
          <TopBar />
          <ClockBar />
          <StoppedNotice />
          <PageOfAddress />
        </Drawered>
        <Shortcuts />
      </SiteTimeProvider>
    </ZoneContext.Provider>
  );
}

const pages: Readonly<Record<string, (second: string | undefined, pathname: string) => ReactNode>> = {
  jira: (_second, pathname) => <JiraPage path={pathname} />,
  browse: (key) => (key ? <IssuePage key={key} issueKey={key} /> : <SearchPage />),
  projects: (key) => (key ? <ProjectPage key={key} projectKey={key} /> : <ProjectsPage />),
  people: () => <PeoplePage />,
  mailbox: () => <MailboxPage />,
  platform: (tab) => <PlatformPage tab={tab} />,
  issues: () => <SearchPage />,
};

function PageOfAddress() {
  const { pathname } = useAddress();
  const [, first = '', second] = pathname.split('/');
  const page = Object.hasOwn(pages, first) ? pages[first] : undefined;
  const isRoot = first === '';
  useEffect(() => {
    if (isRoot) goTo('/issues', 'replace');
  }, [isRoot]);
  if (isRoot) return null;
  return page ? page(second, pathname) : <NoPage />;
}
