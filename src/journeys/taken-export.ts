import { createHash } from 'node:crypto';
import type { Conflict, Records } from '../kernel/records';
import { allow, type Result } from '../kernel/result';
import { asStored } from '../kernel/setting';
import { hours, instant } from '../kernel/time';
import type { World } from '../rpc/handlers';
import type { ExportPage, ExportPlace } from '../set-up/contract';
import { configurationKey } from './configuration';
import { exportPage } from './export-all';
import { type Found, keptSetUp, putExport } from './kept-set-up';

/** How long what was exported counts as what there is: clocks go on meanwhile, and history has those. */
const staysFresh = hours(1);

/** A page of an export; the last one of an export that began at its beginning puts it on record. */
export async function exportTold(place: ExportPlace | undefined, world: World): Promise<Result<ExportPage, Conflict>> {
  const of = place ? place.of : await settingsDigest(world.records);
  const told = await exportPage(place, world);
  if (!told.ok) return told;
  const page = told.value;
  if (page.next) return allow({ ...page, next: { ...page.next, ...(of !== undefined && { of }) } });
  if (of !== undefined) await putExport(await keptSetUp(world.records), of, world);
  return told;
}

/** Whether whoever asks took a whole export within the hour, and no setting has changed since it began. */
export async function isExported({ value }: Found, { records, now, accountId }: World): Promise<boolean> {
  const { exported } = value ?? {};
  if (exported?.by !== accountId || now() - instant(exported.at) > staysFresh) return false;
  return exported.of === (await settingsDigest(records));
}

/** Of all that admins settle: what the app goes by is compiled from it. */
async function settingsDigest({ setting }: Pick<Records, 'setting'>): Promise<string> {
  const configuration = (await setting(asStored(configurationKey))) ?? null;
  return createHash('sha256').update(JSON.stringify(configuration)).digest('hex');
}
