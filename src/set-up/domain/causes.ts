import type { Stage } from './stage';

/** Why writes are owed: an item of the plan, with the ends of the stages that are its own, `workflow`, `field:impact`. */
export interface Cause {
  readonly item: string;
  readonly parts: readonly string[];
}

/** The causes of all that is owed, each once: what waits is owed because of what it waits for. */
export function causesOf(stages: readonly Stage[]): readonly Cause[] {
  const parts = new Map<string, Set<string>>();
  for (const stage of stages) {
    if (stage.state === 'done') continue;
    const { item, part } = rootOf(stage, stages);
    parts.set(item, (parts.get(item) ?? new Set()).add(part));
  }
  return [...parts].map(([item, own]) => ({ item, parts: [...own] }));
}

function rootOf(stage: Stage, stages: readonly Stage[]): { readonly item: string; readonly part: string } {
  if (stage.state !== 'waiting') return { item: stage.item, part: partOf(stage) };
  const next = stages.find(({ id, state }) => id === stage.for && state !== 'done');
  return next ? rootOf(next, stages) : { item: stage.for, part: stage.for };
}

/** The field that goes onto a screen, else the stage itself. */
const partOf = ({ id }: Stage): string => /^(?:project:\w+:)?screen:(?:\d+:)?(field:.+)$/.exec(id)?.[1] ?? id;
