import { startIntake } from '../journeys/intake';
import { setUp } from '../journeys/set-up';
import type { SettingUp } from '../journeys/set-up-calls';
import { allow, refuse } from '../kernel/result';
import { forgeRecountQueue } from './queues';
import { siteShape } from './site-shape';
import { takingIn } from './world';

/** Makes the app go by what an admin set up, counts the clocks anew by it, and takes in the incidents that are open. */
export const goBy: SettingUp['goBy'] = async (mapping) => {
  const done = await setUp({ ...(await siteShape()), mapping }, takingIn);
  if (!done.ok && done.reason.code === 'changed-meanwhile') return refuse({ code: 'changed-meanwhile' });
  if (!done.ok) return refuse({ code: 'unfit', problems: [{ place: '', code: done.reason.code }] });
  await forgeRecountQueue.push(10);
  await startIntake(takingIn);
  return allow(null);
};
