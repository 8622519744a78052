import { publicHolidays } from '../../calendar/public-holidays';
import { anchorChains } from '../../journeys/anchor-chains';
import { comeBack, wasAway } from '../../journeys/come-back';
import { configurationKey } from '../../journeys/configuration';
import { everySetting } from '../../journeys/every-setting';
import { extendCalendars } from '../../journeys/extend-calendars';
import { readIntake, resumeIntake } from '../../journeys/intake';
import { mendRecords } from '../../journeys/mend-records';
import { type MetSettings, meetSettings } from '../../journeys/met-settings';
import { rebuildConfiguration } from '../../journeys/rebuild-configuration';
import { resumeRecount } from '../../journeys/recompute-clocks';
import { repairIncidents } from '../../journeys/repair-incidents';
import { reportPeople } from '../../journeys/report-people';
import { watchProjects } from '../../journeys/watch-projects';
import { now } from '../now';
import { siteShape } from '../site-shape';
import { unlessToldOf } from '../unless-told-of';
import { following, recounting, reporting, takingIn } from '../world';

/** Before they are met: whoever asks for one reads it, and any may be broken. */
const unmet = (): MetSettings => ({
  setting: (setting) => following.records.setting(setting),
  broken: new Set(everySetting.map(({ key }) => key)),
});

/** Every hour: what events did not tell is found and mended. One part that fails keeps none of the others waiting. */
export async function hourly() {
  let met = unmet();
  let shown: ReadonlySet<string> | undefined;
  const parts: readonly (() => Promise<void>)[] = [
    async () => {
      met = await meetSettings(following.records);
    },
    async () => {
      if (met.broken.has(configurationKey)) await rebuildConfiguration(siteShape, following);
    },
    () => mendRecords(following),
    async () => {
      shown = await mend(met);
    },
    () => watchProjects(takingIn, shown),
    async () => {
      if ((await readIntake(met))?.state === 'running') await resumeIntake(takingIn);
    },
    () => extendCalendars(following, publicHolidays, met),
    () => resumeRecount(recounting),
    () => anchorChains(following),
    () => reportPeople(reporting, met),
  ];
  const ended: PromiseSettledResult<unknown>[] = [];
  for (const part of parts) ended.push(...(await Promise.allSettled([unlessToldOf(part)])));
  for (const part of ended) if (part.status === 'rejected') throw part.reason;
  return { statusCode: 204 };
}

/** Answers of which projects Jira showed issues, if any were looked at. */
const mend = async (met: MetSettings): Promise<ReadonlySet<string> | undefined> =>
  (await wasAway(met, now())) && (await comeBack(takingIn)) ? undefined : repairIncidents(following, met);
