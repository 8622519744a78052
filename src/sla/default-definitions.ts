import { hours, minutes } from '../kernel/time';
import { firstResponse, resolution } from './domain/default-ids';
import type { Definition, Goal, Threshold } from './domain/definition';
import type { DefinitionDraft } from './domain/draft';
import { quoted } from './domain/jql-text';
import type { SiteWords } from './site-words';

/** A definition as an install finds it, before the site's words are known: status names instead of ids. */
interface DefaultDefinition extends Omit<Definition, 'scope' | 'start' | 'stop' | 'pause' | 'goals'> {
  readonly scope: string;
  readonly start: Definition['start'];
  /**
   * `done`: on entering any status of the category Done. `first-response`: on a public answer, or on entering such a
   * status without one, since nobody waits for a first answer any more.
   */
  readonly stop: 'first-response' | 'done';
  /** Statuses whose names begin so, or by their ids, pause the clock. */
  readonly pauseInStatuses: string | readonly string[] | undefined;
  readonly goals: readonly (Omit<Goal, 'condition' | 'id'> & { readonly id: string })[];
}

export const businessHours = 'business-hours';
export const roundTheClock = 'round-the-clock';

/** At risk tells who works on it, a breach is told to everybody who reads the issue and to the lead. */
const thresholds: readonly Threshold[] = [
  { level: 'at-risk', share: 0.75, actions: [{ kind: 'mail', to: 'assignee' }] },
  { level: 'breached', share: 1, actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }] },
];

const common = {
  version: 1,
  scope: 'issuetype = Incident',
  start: [{ kind: 'created' }],
  cancel: [],
  reset: [],
  cyclePolicy: 'every',
  reopenPolicy: 'resume',
  countGap: false,
  goalChangePolicy: 'recompute',
  thresholds,
} as const;

/** What an install finds, or an admin settled, of the site. */
interface Ground {
  /** Names from P1 on. */
  readonly priorities: readonly string[];
  /** Names of the issue types that are incidents; `Incident` when absent. */
  readonly incidentTypes?: readonly string[];
  /** Ids of the statuses in which clocks pause; those that say so by their names when absent. */
  readonly pausing?: readonly string[];
}

/** The two clocks an incident starts with. */
export function defaultDefinitions({ priorities, incidentTypes, pausing }: Ground): readonly DefaultDefinition[] {
  const scope = incidentTypes ? `issuetype in (${incidentTypes.map(quoted).join(', ')})` : common.scope;
  const goals = (targets: readonly Goal['target'][]) =>
    priorities.slice(0, targets.length).map((name, i) => ({
      id: `p${i + 1}`,
      name: `P${i + 1}`,
      jql: `priority = ${quoted(name)}`,
      target: targets[i] as Goal['target'],
      calendarId: i < 2 ? roundTheClock : businessHours,
    }));
  return [
    {
      ...common,
      scope,
      id: firstResponse,
      name: 'Time to first response',
      slot: 1,
      stop: 'first-response',
      pauseInStatuses: undefined,
      goals: goals([minutes(15), hours(1), hours(4), hours(8), hours(16)]),
    },
    {
      ...common,
      scope,
      id: resolution,
      name: 'Time to resolution',
      slot: 2,
      stop: 'done',
      pauseInStatuses: pausing ?? 'Awaiting',
      goals: goals([hours(4), hours(8), hours(24), hours(40), hours(80)]),
    },
  ];
}

/** A default definition in the site's words, as an admin goes on to edit it. */
export function draftOf(definition: DefaultDefinition, { statuses }: Pick<SiteWords, 'statuses'>): DefinitionDraft {
  const { name, scope, cyclePolicy, reopenPolicy, countGap, goalChangePolicy } = definition;
  const { stop, pauseInStatuses, goals, thresholds } = definition;
  const pausing = statuses.filter(({ id, name }) =>
    typeof pauseInStatuses === 'string' ? name.startsWith(pauseInStatuses) : pauseInStatuses?.includes(id),
  );
  const done = { kind: 'enters-category', category: 'done' } as const;
  return {
    ...{ name, scope, cyclePolicy, reopenPolicy, countGap, goalChangePolicy },
    cancel: [],
    reset: [],
    start: [{ kind: 'created' }],
    stop: stop === 'done' ? [done] : [{ kind: 'comment', by: 'not-reporter' }, done],
    pause: pausing.length ? [{ kind: 'in-status', statuses: pausing.map(({ id }) => id) }] : [],
    goals: goals.map((goal) => ({ ...goal })),
    thresholds: thresholds.map(({ level, share, actions }) => ({ level, share, actions: [...actions] })),
  };
}
