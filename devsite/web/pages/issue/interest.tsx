import Button from '@atlaskit/button/new';
import Eye from '@atlaskit/icon/core/eye-open';
import EyeFilled from '@atlaskit/icon/core/eye-open-filled';
import ThumbsUp from '@atlaskit/icon/core/thumbs-up';
import { Inline } from '@atlaskit/primitives';
import { usePerson } from '../shell/session';
import { jira } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { useLoaded } from '../ui/use-loaded';
import { type Issue, versionOf } from './issue';

interface Watchers {
  readonly isWatching: boolean;
  readonly watchCount: number;
}

interface Votes {
  readonly hasVoted: boolean;
  readonly votes: number;
}

/** Who watches the issue and who votes for it, counted; and the person's own part in it. */
export function Interest({ issue }: { readonly issue: Issue }) {
  const { accountId } = usePerson();
  const { refuse } = useFlags();
  const path = `/issue/${issue.id}`;
  const version = versionOf(issue);
  const watchers = useLoaded(`watchers ${issue.id}`, () => jira<Watchers>('GET', `${path}/watchers`), version);
  const votes = useLoaded(`votes ${issue.id}`, () => jira<Votes>('GET', `${path}/votes`), version);
  if (watchers.state !== 'ready' || votes.state !== 'ready') return null;
  const { isWatching, watchCount } = watchers.value;
  const { hasVoted, votes: voteCount } = votes.value;
  const watch = () =>
    jira(
      isWatching ? 'DELETE' : 'POST',
      isWatching ? `${path}/watchers?accountId=${encodeURIComponent(accountId)}` : `${path}/watchers`,
    ).then(watchers.reload, (error) => refuse('The watch was not changed', error));
  const vote = () =>
    jira(hasVoted ? 'DELETE' : 'POST', `${path}/votes`).then(votes.reload, (error) =>
      refuse('The vote was not changed', error),
    );

  return (
    <Inline space="space.050" alignBlock="center">
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={isWatching ? EyeFilled : Eye}
        aria-pressed={isWatching}
        aria-label={`Watch, watched by ${watchCount}`}
        onClick={() => void watch()}
      >
        {String(watchCount)}
      </Button>
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={ThumbsUp}
        aria-pressed={hasVoted}
        aria-label={`Vote, ${voteCount} voted`}
        onClick={() => void vote()}
      >
        {String(voteCount)}
      </Button>
    </Inline>
  );
}
