import { along, write } from '../kernel/records';
import { clockEntity, clockKey } from '../sla/clock-entity';
import { dueEntity, dueKey, showKey } from '../sla/due-entry';
import type { Following } from './following';

/** Takes away what is stored of an issue that is gone. */
export async function forgetIncident(issueId: string, world: Pick<Following, 'records'>): Promise<void> {
  const found = await world.records.find(clockEntity, clockKey(issueId));
  if (!found) return;
  const forgotten = await world.records.save([
    write(clockEntity, clockKey(issueId), undefined, found),
    along(dueEntity, dueKey(issueId), undefined),
    along(dueEntity, showKey(issueId), undefined),
  ]);
  if (!forgotten.ok) await forgetIncident(issueId, world);
}
