import type { Host } from '../host';
import { Loaded } from '../rpc/loaded';
import { Refused } from '../rpc/refused';
import { useCall } from '../rpc/use-call';
import { PageFrame } from '../ui/page-frame';
import { useRefresh } from '../ui/use-refresh';
import { NotSetUp } from './not-set-up';
import { texts } from './texts';
import { Watch } from './watch';

const changes = ['JIRA_ISSUE_CHANGED', 'JIRA_ISSUE_CREATED'];

/** What breaches next, in order of the working time left. */
export function AtRiskPage({ host }: { readonly host: Host }) {
  const overview = useCall('serviceLevelOverview', {});
  useRefresh(overview.again, changes);
  const { answer } = overview;
  return (
    <main aria-label={texts.page}>
      {answer.state === 'refused' ? (
        <>
          <Refused code={answer.reason.code} again={overview.again} />
          {answer.reason.code === 'not-set-up' && <NotSetUp />}
        </>
      ) : (
        <Loaded of={overview} frame={<PageFrame rows={10} />}>
          {(value) => <Watch host={host} overview={value} again={overview.again} />}
        </Loaded>
      )}
    </main>
  );
}
