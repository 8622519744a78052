import type { FaultsFired } from '../../devsite/faults/faults-fired';
import type { CallMade } from '../../devsite/gateway';

/** Counts how often the app read the history of each issue, and why. */
export function historyReads() {
  const byIssue = new Map<string, string[]>();
  const byCause = new Map<string, number>();
  const count = (issueId: string, cause: string) => {
    byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), cause]);
    byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
  };
  return {
    /** Looks at a call on its way to the platform; changes nothing. */
    watch({ invocation, ask }: CallMade): undefined {
      if (ask.path.startsWith('/rest/api/3/changelog/bulkfetch')) {
        const { issueIdsOrKeys } = JSON.parse(ask.body ?? '{}') as { issueIdsOrKeys?: readonly string[] };
        for (const id of issueIdsOrKeys ?? []) count(id, invocation.cause);
      } else if (ask.path.includes('expand=changelog')) {
        count(ask.path.split(/[/?]/)[5] ?? '', `${invocation.cause}, first sight`);
      }
    },
    byCause: () => byCause,
    /** Issues read more often than at first sight and once for each event that was dropped or permuted, and why. */
    unplanted({ perIssue }: FaultsFired): readonly { readonly issueId: string; readonly causes: readonly string[] }[] {
      const planted = (id: string) => (perIssue.get(id)?.dropped ?? 0) + (perIssue.get(id)?.reordered ?? 0);
      const unplanted = [...byIssue].filter(([id, causes]) => causes.length > 1 + planted(id));
      return unplanted.map(([issueId, causes]) => ({ issueId, causes }));
    },
  };
}
