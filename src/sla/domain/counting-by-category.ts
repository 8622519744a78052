import type { Definition, Trigger } from './definition';
import type { KnownStatuses } from './status-categories';

/** The definition, each version of which counts these statuses by their categories as well. */
export function countingByCategory(definition: Definition, added: KnownStatuses): Definition {
  const counting = (trigger: Trigger): Trigger => {
    if (trigger.kind !== 'enters' || !trigger.category) return trigger;
    return { ...trigger, values: [...new Set([...trigger.values, ...added[trigger.category]])] };
  };
  const { start, stop, reset, former } = definition;
  return {
    ...definition,
    start: start.map(counting),
    stop: stop.map(counting),
    reset: reset.map(counting),
    ...(former && {
      former: former.map((one) => ({ ...one, definition: countingByCategory(one.definition, added) })),
    }),
  };
}
