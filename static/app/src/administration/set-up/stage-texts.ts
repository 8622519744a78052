import { phrase } from '@fettle/kernel/names';
import type { PlanItem } from '@fettle/set-up/domain/plan';

/** Parts of the project that Fettle makes, by the ends of their stages. */
const parts: Readonly<Record<string, string>> = {
  statuses: 'statuses',
  workflow: 'workflow',
  screen: 'screen',
  'screen:tab': 'tab of the screen',
  'screen-scheme': 'screen scheme',
  'type-screen-scheme': 'screen scheme by type',
  'type-scheme': 'issue type scheme',
  'workflow-scheme': 'workflow scheme',
  'project:new': 'the project itself',
};

export function partCalled(part: string): string {
  if (part.endsWith(':options')) return 'options';
  return parts[part] ?? (part.startsWith('screen:') ? 'fields on its screen' : part);
}

/** A stage of the plan by the name of its thing, never by its id. */
export function stageCalled(stage: string, items: readonly PlanItem[]): string {
  const nameOf = (id: string) => items.find((item) => item.id === id)?.name ?? '';
  const own = nameOf(stage);
  if (own) return own;
  const [, project, field] = /^(?:(project:\w+):)?screen:(?:\d+:)?(field:[\w-]+)$/.exec(stage) ?? [];
  if (field) return phrase`${nameOf(field)}, on a screen of ${nameOf(project ?? 'project:new')}`;
  const item = items.find(({ id }) => stage.startsWith(`${id}:`));
  if (item) return phrase`${item.name}, its ${stage.endsWith(':types') ? 'issue types' : partCalled(stage)}`;
  return phrase`${nameOf('project:new')}, its ${partCalled(stage)}`;
}
