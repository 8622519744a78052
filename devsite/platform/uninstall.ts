import type { Jira } from '../jira/jira';
import { type Manifest, modulesOf } from '../manifest';
import type { Outcome } from '../runners/runner';
import { functionOf } from './declared-function';
import type { Invoke } from './invoke';
import { notInstalled, type Presence } from './presence';
import type { Schedules } from './schedules';

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger/ (2026-04-07) */
const timeoutSeconds = 55;

interface Site {
  readonly manifest: Manifest;
  readonly invoke: Invoke;
  readonly cloudId: string;
  readonly presence: Presence;
  readonly jira: Pick<Jira, 'appRemoved'>;
  readonly schedules: Pick<Schedules, 'stop'>;
}

/** How a function ended that ran before the app left. */
export interface Farewell {
  readonly moduleKey: string;
  readonly ended: 'well' | 'failed' | 'timed out';
  /** What it threw. */
  readonly reason?: string;
}

/** Takes the app off the site, after its functions for that have had their time; what they answer or throw changes nothing. */
export async function uninstall({
  manifest,
  invoke,
  cloudId,
  presence,
  jira,
  schedules,
}: Site): Promise<readonly Farewell[]> {
  if (!presence.installed()) throw notInstalled();
  const type = 'preUninstall';
  const farewells = await Promise.all(
    modulesOf(manifest, type).map(async (module) => {
      const payload = { context: { cloudId, moduleKey: module.key }, contextToken: `${module.key}@${cloudId}` };
      const terms = { cause: `${type}:${module.key}`, timeoutSeconds };
      const outcome = await invoke(module.key, type, functionOf(manifest, type, module).key, payload, terms);
      return farewell(module.key, outcome);
    }),
  );
  presence.remove();
  schedules.stop();
  jira.appRemoved();
  return farewells;
}

function farewell(moduleKey: string, { result, timedOut }: Outcome): Farewell {
  if (timedOut) return { moduleKey, ended: 'timed out' };
  return result.ok ? { moduleKey, ended: 'well' } : { moduleKey, ended: 'failed', reason: result.error.message };
}
