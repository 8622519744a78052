import Button, { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Cross from '@atlaskit/icon/core/cross';
import { Anchor, Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useState } from 'react';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { StatusName } from '../ui/status';
import { useLoaded } from '../ui/use-loaded';
import { type Issue, type IssueLink, permissionsHeld } from './issue';
import { NewLink } from './new-link';

const grow = xcss({ flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' });

interface LinksProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

/** The words that tell of the issue at the other end. */
const wordsOf = ({ type, outwardIssue }: IssueLink): string => (outwardIssue ? type.outward : type.inward);

/** The issues that this one is linked with, and the way to link another. */
export function Links({ issue, onChanged }: LinksProps) {
  const links = issue.fields.issuelinks ?? [];
  const [isAdding, setAdding] = useState(false);
  const held = useLoaded(`link rights ${issue.id}`, () => permissionsHeld(issue.key, ['LINK_ISSUES']));
  const mayLink = held.state === 'ready' && held.value.has('LINK_ISSUES');
  if (links.length === 0 && !mayLink) return null;
  const words = [...new Set(links.map(wordsOf))];

  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" spread="space-between">
        <Heading size="small" as="h2">
          Linked issues
        </Heading>
        {mayLink && !isAdding && (
          <Button spacing="compact" appearance="subtle" onClick={() => setAdding(true)}>
            Link an issue
          </Button>
        )}
      </Inline>
      {links.length === 0 && !isAdding && <Text color="color.text.subtle">None.</Text>}
      {words.map((said) => (
        <Stack key={said} space="space.050">
          <Text size="small" weight="semibold" color="color.text.subtle">
            {said}
          </Text>
          {links
            .filter((link) => wordsOf(link) === said)
            .map((link) => (
              <OneLink key={link.id} link={link} mayRemove={mayLink} onChanged={onChanged} />
            ))}
        </Stack>
      ))}
      {isAdding && <NewLink issue={issue} onClose={() => setAdding(false)} onChanged={onChanged} />}
    </Stack>
  );
}

interface OneLinkProps {
  readonly link: IssueLink;
  readonly mayRemove: boolean;
  readonly onChanged: () => void;
}

function OneLink({ link, mayRemove, onChanged }: OneLinkProps) {
  const { refuse } = useFlags();
  const other = link.outwardIssue ?? link.inwardIssue;
  if (!other) return null;
  const { key, fields } = other;
  const remove = () =>
    jira('DELETE', `/issueLink/${link.id}`).then(onChanged, (error) => refuse('The link was not removed', error));
  return (
    <Inline space="space.100" alignBlock="center">
      <Anchor href={`/browse/${key}`}>{key}</Anchor>
      <Box xcss={grow}>
        <Text>{fields.summary}</Text>
      </Box>
      <StatusName status={fields.status} />
      {mayRemove && (
        <IconButton
          icon={Cross}
          label={`Remove the link to ${key}`}
          appearance="subtle"
          spacing="compact"
          onClick={() => void remove()}
        />
      )}
    </Inline>
  );
}
