import { hours } from '@fettle/kernel/time';
import type { DefinitionDraft, GoalDraft } from '@fettle/sla/domain/draft';

/** What a new definition begins as: from creation to Done, one goal for everything. */
export const newDefinition = (calendarId: string): DefinitionDraft => ({
  name: '',
  scope: '',
  start: [{ kind: 'created' }],
  stop: [{ kind: 'enters-category', category: 'done' }],
  reset: [],
  pause: [],
  cancel: [],
  cyclePolicy: 'every',
  reopenPolicy: 'resume',
  countGap: false,
  goalChangePolicy: 'recompute',
  goals: [newGoal(calendarId)],
  thresholds: [
    { level: 'at-risk', share: 0.75, actions: [{ kind: 'mail', to: 'assignee' }] },
    { level: 'breached', share: 1, actions: [{ kind: 'mail', to: 'lead' }] },
  ],
});

export const newGoal = (calendarId: string): GoalDraft => ({ name: 'All', jql: '', target: hours(8), calendarId });

/** What cannot even be asked about: a part whose values are still to be picked. */
export function unready(draft: DefinitionDraft): readonly { readonly place: string; readonly code: string }[] {
  const lacking = (['start', 'stop', 'reset'] as const).flatMap((list) =>
    draft[list].flatMap((trigger, i) => (trigger.kind === 'enters' && !trigger.values.length ? [`${list}[${i}]`] : [])),
  );
  const stateless = (['pause', 'cancel'] as const).flatMap((list) =>
    draft[list].flatMap((state, i) => (state.kind === 'in-status' && !state.statuses.length ? [`${list}[${i}]`] : [])),
  );
  return [...lacking, ...stateless].map((place) => ({ place, code: 'nothing-picked' }));
}
