import { startIntake } from '../../journeys/intake';
import { setUp } from '../../journeys/set-up';
import { JiraRefused } from '../jira';
import { warn } from '../log';
import { again, retriedWhenRefused } from '../queues';
import { siteShape } from '../site-shape';
import { takingIn } from '../world';

/**
 * `avi:forge:installed:app`: finds what the site has, sets the service levels up and takes in what is open. For some minutes after an install
 * Jira may still refuse the app: it is called again then.
 */
export const onInstalled = () =>
  retriedWhenRefused('installed', async () => {
    try {
      const done = await setUp(await siteShape(), takingIn);
      if (done.ok) await startIntake(takingIn);
      else warn(`Not set up: ${JSON.stringify(done.reason)}`);
      return undefined;
    } catch (error) {
      if (error instanceof JiraRefused && (error.status === 401 || error.status === 403)) return again(60);
      throw error;
    }
  });
