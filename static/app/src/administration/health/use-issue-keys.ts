import { useEffect, useState } from 'react';
import { askJira } from '../../jira/ask-jira';

const none: ReadonlyMap<string, string> = new Map();

/** The keys of at most a hundred issues by their ids, as far as the viewer sees them. */
export function useIssueKeys(ids: readonly string[]): ReadonlyMap<string, string> {
  const [keys, setKeys] = useState(none);
  const wanted = ids.join();
  useEffect(() => {
    if (!wanted) return;
    const body = { issueIdsOrKeys: wanted.split(','), fields: ['project'] };
    askJira<{ issues?: readonly { id: string; key: string }[] }>('/rest/api/3/issue/bulkfetch', {
      method: 'POST',
      body,
    }).then(
      ({ issues = [] }) => setKeys(new Map(issues.map(({ id, key }) => [id, key]))),
      () => undefined,
    );
  }, [wanted]);
  return keys;
}
