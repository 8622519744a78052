import { type Manifest, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { backgroundTimeout, functionOf } from './declared-function';

/** The consumer module of a queue. */
export interface Consumer {
  readonly moduleKey: string;
  readonly queue: string;
  readonly functionKey: string;
  readonly timeoutSeconds: number;
}

/**
 * Consumers by queue; throws on those that cannot be told apart or are not simulated.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/consumer/ (2026-08)
 */
export function consumers(manifest: Manifest): ReadonlyMap<string, Consumer> {
  const known = new Map<string, Consumer>();
  for (const module of modulesOf(manifest, 'consumer')) {
    const queue = String(module.queue);
    if (module.resolver) throw new NotSimulated(`a consumer with a resolver (${module.key})`);
    if (known.has(queue)) throw new Error(`Two consumers of the queue ${queue}: only one would be called.`);
    const declared = functionOf(manifest, 'consumer', module);
    const timeoutSeconds = backgroundTimeout(declared);
    known.set(queue, { moduleKey: module.key, queue, functionKey: declared.key, timeoutSeconds });
  }
  return known;
}
