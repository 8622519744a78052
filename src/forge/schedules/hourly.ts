import { publicHolidays } from '../../calendar/public-holidays';
import { anchorChains } from '../../journeys/anchor-chains';
import { comeBack } from '../../journeys/come-back';
import { extendCalendars } from '../../journeys/extend-calendars';
import { resumeIntake } from '../../journeys/intake';
import { mendRecords } from '../../journeys/mend-records';
import { rebuildConfiguration } from '../../journeys/rebuild-configuration';
import { resumeRecount } from '../../journeys/recompute-clocks';
import { repairIncidents } from '../../journeys/repair-incidents';
import { reportPeople } from '../../journeys/report-people';
import { watchProjects } from '../../journeys/watch-projects';
import { siteShape } from '../site-shape';
import { unlessToldOf } from '../unless-told-of';
import { following, recounting, reporting, takingIn } from '../world';

/** Every hour: what events did not tell is found and mended. One part that fails keeps none of the others waiting. */
export async function hourly() {
  let shown: ReadonlySet<string> | undefined;
  const parts: readonly (() => Promise<void>)[] = [
    () => rebuildConfiguration(siteShape, following),
    () => mendRecords(following),
    async () => {
      shown = await mend();
    },
    () => watchProjects(takingIn, shown),
    () => resumeIntake(takingIn),
    () => extendCalendars(following, publicHolidays),
    () => resumeRecount(recounting),
    () => anchorChains(following),
    () => reportPeople(reporting),
  ];
  const ended: PromiseSettledResult<unknown>[] = [];
  for (const part of parts) ended.push(...(await Promise.allSettled([unlessToldOf(part)])));
  for (const part of ended) if (part.status === 'rejected') throw part.reason;
  return { statusCode: 204 };
}

/** Answers of which projects Jira showed issues, if any were looked at. */
const mend = async (): Promise<ReadonlySet<string> | undefined> =>
  (await comeBack(takingIn)) ? undefined : repairIncidents(following);
