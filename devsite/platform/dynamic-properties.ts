import type { Manifest, Module } from '../manifest';
import type { Deployment } from '../runners/deployment';
import type { DynamicCall } from '../site';
import type { Invoke } from './invoke';

interface DynamicPropertiesOptions {
  readonly manifest: Manifest;
  readonly deployment: Deployment;
  readonly invoke: Invoke;
}

/**
 * Asks a module's function for its changeable properties:
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ (Aug 2026).
 */
export function openDynamicProperties(options: DynamicPropertiesOptions): (call: DynamicCall) => Promise<unknown> {
  const { manifest, deployment, invoke } = options;
  return async ({ moduleKey, accountId, extension }) => {
    const { type, functionKey } = declared(manifest, moduleKey);
    const { issue, project } = extension;
    const payload = { cloudId: deployment.cloudId, extension: { type, issue, project } };
    const { result } = await invoke(moduleKey, type, functionKey, payload, {
      cause: `dynamicProperties:${moduleKey}`,
      accountId,
    });
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
}

function declared(manifest: Manifest, moduleKey: string): { readonly type: string; readonly functionKey: string } {
  for (const [type, modules] of Object.entries(manifest.modules)) {
    const module: Module | undefined = modules.find(({ key }) => key === moduleKey);
    const functionKey = module?.dynamicProperties?.function;
    if (typeof functionKey === 'string') return { type, functionKey };
  }
  throw new Error(`The manifest has no module ${moduleKey} with dynamic properties.`);
}
