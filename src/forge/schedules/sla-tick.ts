import { sweep } from '../../sla/sweep';
import { following } from '../world';

/** Every five minutes: what falls due before the next tick is asked for at its own instant. */
export async function slaTick() {
  await sweep(following);
  return { statusCode: 204 };
}
