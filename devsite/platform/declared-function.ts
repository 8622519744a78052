import { type Manifest, type Module, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';

// https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)
export const timeouts = { trigger: 25, background: 55, longest: 900 };

/** The function that a module calls; throws when the manifest declares none of that key. */
export function functionOf(manifest: Manifest, type: string, module: Module): Module {
  if (typeof module.function !== 'string') throw new NotSimulated(`a ${type} without a function (${module.key})`);
  const declared = modulesOf(manifest, 'function').find(({ key }) => key === module.function);
  if (!declared) throw new Error(`${type} ${module.key} calls the function ${module.function}: there is none.`);
  return declared;
}

/** How long a consumer's or a schedule's function may run. */
export function backgroundTimeout({ timeoutSeconds }: Module): number {
  return typeof timeoutSeconds === 'number' ? Math.min(timeoutSeconds, timeouts.longest) : timeouts.background;
}
