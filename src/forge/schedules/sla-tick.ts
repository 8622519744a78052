import { nextDueField } from '../../journeys/configuration';
import { sweep } from '../../sla/sweep';
import { unlessUnreadable } from '../unless-unreadable';
import { following } from '../world';

/** Every five minutes: what falls due before the next tick is asked for at its own instant. */
export async function slaTick() {
  await unlessUnreadable(() => sweep({ ...following, nextDueField: () => nextDueField(following.records) }));
  return { statusCode: 204 };
}
