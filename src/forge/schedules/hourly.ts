import { repairIncidents } from '../../journeys/repair-incidents';
import { following } from '../world';

/** Every hour: what events did not tell is found and mended. */
export async function hourly() {
  await repairIncidents(following);
  return { statusCode: 204 };
}
