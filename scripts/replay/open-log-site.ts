import { openSite } from '../../devsite/open-site';
import type { Site, SiteOptions } from '../../devsite/site';
import type { Reply } from '../../src/rpc/contract';
import type { Life } from './lives';
import { adminAccount, logMatrix, logSite } from './log-site';

const hour = 3_600_000;

/** What a replay chooses of its site. */
interface LogSiteOptions extends Pick<SiteOptions, 'appDirectory' | 'runner' | 'fate' | 'faults'> {
  readonly seed: number;
}

/** How events go astray. */
const astray = { doubled: 0.05, dropped: 0.005, reordered: 0.2 };

/** A site in memory at the log's beginning, the app installed with the log's own matrix, and events that go astray. */
export async function openLogSite(lives: readonly Life[], { seed, ...options }: LogSiteOptions): Promise<Site> {
  const first = lives[0]?.openedAt ?? 0;
  const site = await openSite({
    faults: { seed, shares: astray },
    ...options,
    start: first - hour,
    seed: logSite(lives),
    pace: 'frozen',
    delivery: { seed, latency: [0, 180_000], latencyPer: 'issue' },
    adminAccountId: adminAccount,
    journal: false,
  });
  await site.advance(hour / 2);
  const payload = { matrix: logMatrix };
  const saved = await site.invoke({
    moduleKey: 'administration',
    functionKey: 'saveIncidentSettings',
    payload,
    accountId: adminAccount,
  });
  if (!(saved as Reply<null>).ok) throw new Error(`The log's matrix was refused: ${JSON.stringify(saved)}`);
  site.bill.reset();
  return site;
}
