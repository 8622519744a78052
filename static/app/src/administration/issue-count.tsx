import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import { countIssues, ifAnswered } from '../jira/ask-jira';
import { openIssuesBeside } from '../jira/issues-link';

interface CountProps {
  readonly jql: string;
  readonly words: (count: number) => string;
  /** Read out instead, where several on a page say the same. */
  readonly label?: (count: number) => string;
}

/** How many issues a query finds, which leads to them; nothing while Jira does not say. */
export function IssueCount({ jql, words, label = words }: CountProps) {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let isGone = false;
    void ifAnswered(countIssues(jql)).then((found) => !isGone && setCount(found));
    return () => {
      isGone = true;
    };
  }, [jql]);
  if (count === undefined) return null;
  return (
    <Button appearance="subtle" spacing="compact" aria-label={label(count)} onClick={() => openIssuesBeside(jql)}>
      {words(count)}
    </Button>
  );
}
