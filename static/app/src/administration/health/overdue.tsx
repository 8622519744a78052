import Button from '@atlaskit/button/new';
import { type Instant, instant } from '@fettle/kernel/time';
import { useState } from 'react';
import { CountedIssues } from '../../jira/counted-issues';
import { openIssue, PlaceLink } from '../../jira/issues-link';
import { useIssueNames } from '../../jira/use-issue-names';
import { ask, type Output } from '../../rpc/rpc';
import styles from './health.module.css';
import { texts } from './texts';

interface OverdueProps {
  readonly overdue: Output<'health'>['overdue'];
  readonly when: (at: Instant) => string;
  readonly isLicensed: boolean;
  readonly again: () => void;
}

/** What is late, with its issues, and the way to have it done at once. */
export function Overdue({ overdue: { count, oldest, issueIds }, when, isLicensed, again }: OverdueProps) {
  const [news, setNews] = useState('');
  const ids = oldest.map(({ issueId }) => issueId);
  const names = useIssueNames(ids);

  const run = () => {
    ask('runAgain', { issueIds: ids }).then(
      (reply) => {
        setNews(reply.ok ? texts.ranAgain(ids.length) : texts.notRun);
        again();
      },
      () => setNews(texts.notRun),
    );
  };

  return (
    <>
      <CountedIssues words={texts.overdue(count)} ids={issueIds} />
      {oldest.length > 0 && (
        <>
          <ul className={styles.overdue}>
            {oldest.map(({ issueId, at }) => {
              const key = names.get(issueId)?.key;
              const words = texts.overdueSince(key ?? issueId, when(instant(at)));
              return (
                <li key={issueId}>{key ? <PlaceLink onOpen={() => openIssue(key)}>{words}</PlaceLink> : words}</li>
              );
            })}
          </ul>
          <Button spacing="compact" isDisabled={!isLicensed} onClick={run}>
            {texts.runAgain}
          </Button>
        </>
      )}
      <span role="status">{news && <span className={styles.news}>{news}</span>}</span>
    </>
  );
}
