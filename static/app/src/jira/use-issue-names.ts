import { useEffect, useState } from 'react';
import { askJira, ifAnswered } from './ask-jira';

export interface IssueName {
  readonly key: string;
  readonly summary: string;
}

interface Found {
  readonly issues?: readonly {
    readonly id: string;
    readonly key: string;
    readonly fields: { readonly summary: string };
  }[];
}

const none: ReadonlyMap<string, IssueName> = new Map();

/** Key and summary of at most a hundred issues by their ids, as far as the viewer sees them. */
export function useIssueNames(ids: readonly string[]): ReadonlyMap<string, IssueName> {
  const [names, setNames] = useState(none);
  const wanted = ids.join();
  useEffect(() => {
    if (!wanted) return;
    let isGone = false;
    const body = { issueIdsOrKeys: wanted.split(','), fields: ['summary'] };
    void ifAnswered(askJira<Found>('/rest/api/3/issue/bulkfetch', { method: 'POST', body })).then((answer) => {
      const found = answer?.issues ?? [];
      if (!isGone) setNames(new Map(found.map(({ id, key, fields }) => [id, { key, summary: fields.summary }])));
    });
    return () => {
      isGone = true;
    };
  }, [wanted]);
  return names;
}
