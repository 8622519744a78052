import { type Manifest, modulesOf } from '../manifest';
import { functionOf } from './declared-function';
import type { Invoke } from './invoke';
import { notInstalled, type Presence } from './presence';

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/pre-uninstall-trigger/ (2026-04-07) */
const timeoutSeconds = 55;

interface Site {
  readonly manifest: Manifest;
  readonly invoke: Invoke;
  readonly cloudId: string;
  readonly presence: Presence;
}

/** Takes the app off the site, after its functions for that have had their time; what they answer or throw changes nothing. */
export async function uninstall({ manifest, invoke, cloudId, presence }: Site): Promise<void> {
  if (!presence.installed()) throw notInstalled();
  const type = 'preUninstall';
  await Promise.all(
    modulesOf(manifest, type).map((module) => {
      const payload = { context: { cloudId, moduleKey: module.key }, contextToken: `${module.key}@${cloudId}` };
      const terms = { cause: `${type}:${module.key}`, timeoutSeconds };
      return invoke(module.key, type, functionOf(manifest, type, module).key, payload, terms);
    }),
  );
  presence.remove();
}
