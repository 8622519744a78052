import { publicHolidays } from '../../calendar/public-holidays';
import { anchorChains } from '../../journeys/anchor-chains';
import { comeBack } from '../../journeys/come-back';
import { extendCalendars } from '../../journeys/extend-calendars';
import { resumeIntake } from '../../journeys/intake';
import { resumeRecount } from '../../journeys/recompute-clocks';
import { repairIncidents } from '../../journeys/repair-incidents';
import { reportPeople } from '../../journeys/report-people';
import { watchProjects } from '../../journeys/watch-projects';
import { following, recounting, reporting, takingIn } from '../world';

/** Every hour: what events did not tell is found and mended. One part that fails keeps none of the others waiting. */
export async function hourly() {
  const mended = await Promise.allSettled([mend()]);
  const watched = await Promise.allSettled([watchProjects(takingIn)]);
  const resumed = await Promise.allSettled([resumeIntake(takingIn)]);
  const extended = await Promise.allSettled([extendCalendars(following, publicHolidays)]);
  const recounted = await Promise.allSettled([resumeRecount(recounting)]);
  const anchored = await Promise.allSettled([anchorChains(following)]);
  const reported = await Promise.allSettled([reportPeople(reporting)]);
  for (const part of [...mended, ...watched, ...resumed, ...extended, ...recounted, ...anchored, ...reported])
    if (part.status === 'rejected') throw part.reason;
  return { statusCode: 204 };
}

async function mend(): Promise<void> {
  if (!(await comeBack(takingIn))) await repairIncidents(following);
}
