import { hours, type Instant, toIso } from '../kernel/time';
import { clockEntity } from '../sla/clock-entity';
import { dueEntity } from '../sla/due-entry';
import { mendDue } from '../sla/mend-due';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, presentConfiguration, trackedFields } from './configuration';
import { eachIssue } from './each-issue';
import type { Following } from './following';
import { setAsideTold } from './set-aside-told';
import { sightOf } from './sight-of-issue';
import { noteUnmended } from './unmended';

/** As many clocks are made anew in an hour: each costs a reading of its issue's history. */
const mostClocks = 50;

/** No due instant lies so far ahead; a row that sorts behind it holds none. */
const farAhead = hours(24 * 366 * 10);
const behindAll = '\uffff';

/** Makes anew what history knows of the records that could not be read: clocks, and the rows of the work index. */
export async function mendRecords(world: Following): Promise<void> {
  const { records, now } = world;
  const where = { from: toIso((now() + farAhead) as Instant), upTo: behindAll };
  const strays = await records.list(dueEntity, 'by-at', where, { limit: 100 });
  await mendDue(
    strays.unreadable.map(({ key }) => key),
    world,
  );
  const broken = (await setAsideTold(records)).filter(({ isMended }) => !isMended);
  await mendDue(
    broken.filter(({ kind }) => kind === 'due').map(({ key }) => key),
    world,
  );
  const clocks = broken
    .filter(({ kind }) => kind === 'clock')
    .map(({ key }) => ({ id: key.slice('clock:'.length), key }));
  const configuration = clocks.length > 0 && (await presentConfiguration(records));
  if (!configuration) return;
  const mend = ({ id, key }: (typeof clocks)[number]) => mendClock(id, key, configuration, world);
  await noteUnmended(await eachIssue(clocks.slice(0, mostClocks), mend), world);
}

/** An issue that the app cannot see stays as it is until it can. */
async function mendClock(id: string, key: string, configuration: Configuration, world: Following): Promise<void> {
  const found = await world.records.find(clockEntity, key);
  if (!found || found.value) return;
  const read = await sightOf(id, found, { tracked: trackedFields(configuration) }, world);
  if (read) await bringUpToDate(read, configuration, world);
}
