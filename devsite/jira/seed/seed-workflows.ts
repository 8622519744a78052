import type { WorkflowTransition } from '../configuration/configuration';
import { insertWorkflow, plainTransition, workflowStatus } from '../configuration/configuration-rows';
import { RESOLVE_SCREEN } from '../screens/default-screen';
import type { SeedStatus, SeedTransition, SeedWorkflow } from './jira-seed';
import { type Ids, idOf, type Seeding } from './seeding';

/** What a workflow's names mean. */
interface Terms {
  readonly statuses: Ids;
  readonly described: readonly SeedStatus[];
  readonly screens: Ids;
}

const FIRST_TRANSITION = 11;

function screenOf({ screen, to }: SeedTransition, { described, screens }: Terms): number | undefined {
  if (screen) return idOf(screens, screen, 'screen');
  const isDone = described.find(({ name }) => name === to)?.category === 'DONE';
  return screen === undefined && isDone ? screens.get(RESOLVE_SCREEN) : undefined;
}

const transitionOf = (transition: SeedTransition, place: number, terms: Terms): WorkflowTransition =>
  plainTransition({
    id: FIRST_TRANSITION + place * 10,
    name: transition.name,
    type: transition.from ? 'DIRECTED' : 'GLOBAL',
    from: (transition.from ?? []).map((name) => idOf(terms.statuses, name, 'status')),
    to: idOf(terms.statuses, transition.to, 'status'),
    screenId: screenOf(transition, terms),
  });

/** Writes a workflow; `scope` is the team-managed project it is of, or null. Answers its id. */
export function seedWorkflow(
  { database }: Seeding,
  workflow: SeedWorkflow,
  terms: Terms,
  scope: number | null,
): string {
  const { name, description = '', initial, transitions } = workflow;
  const used = new Set([initial, ...transitions.flatMap(({ from = [], to }) => [...from, to])]);
  const statuses = [...terms.statuses].filter(([status]) => used.has(status)).map(([, id]) => workflowStatus(id));
  const create = plainTransition({
    id: 1,
    name: 'Create',
    type: 'INITIAL',
    to: idOf(terms.statuses, initial, 'status'),
  });
  const ways = transitions.map((transition, place) => transitionOf(transition, place, terms));
  return insertWorkflow(database, { name, description, scope, statuses, transitions: [create, ...ways] });
}

export function seedWorkflows(seeding: Seeding): void {
  const { seed, statuses, screens, workflows } = seeding;
  const terms = { statuses, described: seed.statuses, screens };
  for (const workflow of [seed.workflow, ...(seed.workflows ?? [])])
    workflows.set(workflow.name, seedWorkflow(seeding, workflow, terms, null));
}
