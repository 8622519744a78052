import { Anchor, Box, Stack, Text, xcss } from '@atlaskit/primitives';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { useMoments } from '../ui/moments';
import { Page } from '../ui/page';
import { type Column, Table } from '../ui/table';
import { useHeard } from './use-heard';

interface Mail {
  readonly id: number;
  readonly at: number;
  readonly issueKey: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const asWritten = xcss({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
const noWrap = xcss({ whiteSpace: 'nowrap' });

/** The mails that Jira would have sent. */
export function Mails() {
  const mails = useHeard('mailbox', () => devsite<{ mails: readonly Mail[] }>('GET', '/api/mailbox'));
  const { minute } = useMoments();
  const columns: readonly Column<Mail>[] = [
    { title: 'Sent', cell: ({ at }) => <Box xcss={noWrap}>{minute(at)}</Box> },
    { title: 'To', cell: ({ to }) => to.join(', ') },
    {
      title: 'Issue',
      cell: ({ issueKey }) => (
        <Box xcss={noWrap}>
          <Anchor href={`/browse/${issueKey}`}>{issueKey}</Anchor>
        </Box>
      ),
    },
    {
      title: 'Mail',
      width: 55,
      cell: ({ subject, text }) => (
        <Stack space="space.050">
          <Text weight="medium">{subject}</Text>
          <Box xcss={asWritten}>{text}</Box>
        </Stack>
      ),
    },
  ];
  return (
    <Loaded of={mails} what="the mails">
      {({ mails: all }) => (
        <Stack space="space.150">
          <Text>{all.length === 1 ? '1 mail' : `${all.length} mails`} would have been sent from this site.</Text>
          <Table
            label="Mails"
            rows={all.toReversed()}
            keyOf={({ id }) => String(id)}
            columns={columns}
            empty="No mail yet. What Jira and the app send to people arrives here instead."
          />
        </Stack>
      )}
    </Loaded>
  );
}

/** The mails on a page of their own. */
export function MailboxPage() {
  return (
    <Page title="Mailbox">
      <Mails />
    </Page>
  );
}
