import { Anchor, Box, Grid, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import SectionMessage from '@atlaskit/section-message';
import { AppContexts } from '../panel/app-contexts';
import { AppPanels } from '../panel/app-panels';
import { Refused } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { Skeleton } from '../ui/skeleton';
import { type Loading, useLoaded } from '../ui/use-loaded';
import { Activity } from './activity';
import { Attachments } from './attachments';
import { Description } from './description';
import { EditIssue } from './edit-dialog';
import { type OpenIssue, openIssue } from './issue';
import { IssueActions } from './issue-actions';
import { IssueDetails } from './issue-details';
import { type IssueStanding, issueStanding } from './issue-standing';
import { Links } from './links';
import { StatusMenu } from './status-menu';
import { Summary } from './summary';
import { useFollowed } from './use-followed';

const columns = xcss({
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 64rem)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(18rem, 1fr)' },
});

/** One issue: what it is, what the app says of it, what was said and done. */
export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const issue = useLoaded(issueKey, async () => {
    const open = await openIssue(issueKey);
    return { open, standing: await issueStanding(open.issue) };
  });
  if (issue.state === 'failed') return <NoIssue issueKey={issueKey} issue={issue} />;
  return (
    <Loaded of={issue} what={issueKey} frame={<Frame issueKey={issueKey} />}>
      {({ open, standing }) => (
        <ShownIssue key={String(standing.isArchived)} open={open} standing={standing} reload={issue.reload} />
      )}
    </Loaded>
  );
}

interface ShownIssueProps {
  readonly open: OpenIssue;
  readonly standing: IssueStanding;
  readonly reload: () => void;
}

/** The parts of an issue's page that change it say so by `onChanged`. */
function ShownIssue({ open, standing, reload }: ShownIssueProps) {
  const { issue } = open;
  useFollowed(issue, reload);

  return (
    <Page
      title={`${issue.key} ${issue.fields.summary}`}
      heading={<Summary open={open} onChanged={reload} />}
      above={<Trail issueKey={issue.key} project={issue.fields.project} type={issue.fields.issuetype.name} />}
      beside={
        <Inline space="space.100" alignBlock="center">
          <StatusMenu issue={issue} onChanged={reload} />
          <EditIssue open={open} onChanged={reload} />
          <IssueActions issue={issue} standing={standing} onChanged={reload} />
        </Inline>
      }
    >
      {standing.isArchived && (
        <SectionMessage title="This issue is archived">
          <p>It can only be read, and no search finds it.</p>
        </SectionMessage>
      )}
      <Grid xcss={columns} gap="space.300" alignItems="start">
        <Stack space="space.300">
          <Description open={open} onChanged={reload} />
          <Attachments issue={issue} onChanged={reload} />
          <Links issue={issue} onChanged={reload} />
          <AppPanels issue={issue} onRefresh={reload} />
          <Activity issue={issue} onChanged={reload} />
        </Stack>
        <Stack space="space.200">
          <IssueDetails open={open} onChanged={reload} />
          <AppContexts issue={issue} onRefresh={reload} />
        </Stack>
      </Grid>
    </Page>
  );
}

interface TrailProps {
  readonly issueKey: string;
  readonly project?: { readonly key: string; readonly name: string };
  readonly type?: string;
}

function Trail({ issueKey, project, type }: TrailProps) {
  return (
    <Box as="nav" aria-label="Where this is">
      <Inline space="space.075" separator="/" alignBlock="center">
        <Anchor href="/issues">Issues</Anchor>
        {project && <Anchor href={`/projects/${project.key}`}>{project.name}</Anchor>}
        <Text color="color.text.subtle">{type ? `${type} ${issueKey}` : issueKey}</Text>
      </Inline>
    </Box>
  );
}

interface NoIssueProps {
  readonly issueKey: string;
  readonly issue: Loading<unknown> & { readonly state: 'failed' };
}

function NoIssue({ issueKey, issue }: NoIssueProps) {
  const isMissing = issue.error instanceof Refused && issue.error.status === 404;
  return (
    <Page title={isMissing ? `There is no ${issueKey} to see` : issueKey} above={<Trail issueKey={issueKey} />}>
      {isMissing ? (
        <Stack space="space.150">
          <Text>The issue does not exist, or you may not see it.</Text>
          <Box>
            <Anchor href="/issues">Back to the issues</Anchor>
          </Box>
        </Stack>
      ) : (
        <Loaded of={issue} what={issueKey}>
          {() => null}
        </Loaded>
      )}
    </Page>
  );
}

function Frame({ issueKey }: { readonly issueKey: string }) {
  return (
    <Page title={issueKey} above={<Trail issueKey={issueKey} />}>
      <Grid xcss={columns} gap="space.300">
        <Skeleton rows={12} />
        <Box>
          <Skeleton rows={6} />
        </Box>
      </Grid>
    </Page>
  );
}
