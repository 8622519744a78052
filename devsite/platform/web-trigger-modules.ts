import { type Manifest, type Module, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { functionOf } from './declared-function';

/** A response that a static web trigger may choose. */
interface Output {
  readonly statusCode: number;
  readonly contentType?: string;
  readonly body?: string;
}

export interface WebTriggerModule {
  readonly key: string;
  readonly functionKey: string;
  /** The first segment of its addresses. */
  readonly segment: 'x1' | 'public';
  /** Absent: the function makes its own responses. */
  readonly outputs?: ReadonlyMap<string, Output>;
}

const segments: Readonly<Record<string, WebTriggerModule['segment']>> = { v1: 'x1', v2: 'public' };

function outputsOf({ key, response }: Module): ReadonlyMap<string, Output> | undefined {
  if ((response?.type ?? 'dynamic') === 'dynamic') return undefined;
  const outputs: readonly (Output & { readonly key?: string })[] = response.outputs ?? [];
  const unfit = outputs.some((output) => output.key === undefined || typeof output.statusCode !== 'number');
  if (response.type !== 'static' || outputs.length === 0 || unfit)
    throw new Error(
      `The response of the web trigger ${key} must be dynamic, or static with outputs of key and statusCode.`,
    );
  return new Map(outputs.map((output) => [String(output.key), output]));
}

function moduleOf(manifest: Manifest, module: Module): WebTriggerModule {
  const segment = segments[module.urlFormat ?? 'v1'];
  if (!segment) throw new Error(`The web trigger ${module.key} has the urlFormat ${module.urlFormat}: there is none.`);
  const outputs = outputsOf(module);
  const functionKey = functionOf(manifest, 'webtrigger', module).key;
  return { key: module.key, functionKey, segment, ...(outputs && { outputs }) };
}

/**
 * The web triggers of an app by key; throws on what is not simulated.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/ (2026-08)
 */
export function webTriggerModules(manifest: Manifest): ReadonlyMap<string, WebTriggerModule> {
  const [apiRoute] = modulesOf(manifest, 'apiRoute');
  if (apiRoute) throw new NotSimulated(`the apiRoute ${apiRoute.key}`);
  return new Map(modulesOf(manifest, 'webtrigger').map((module) => [module.key, moduleOf(manifest, module)]));
}
