import { nextDueField } from '../../journeys/configuration';
import { sweep } from '../../sla/sweep';
import { unlessToldOf } from '../unless-told-of';
import { following } from '../world';

/** Every five minutes: what falls due before the next tick is asked for at its own instant. */
export async function slaTick() {
  await unlessToldOf(() => sweep({ ...following, nextDueField: () => nextDueField(following.records) }));
  return { statusCode: 204 };
}
