import { checkCalendar } from '../calendar/check-calendar';
import { defaultCalendars } from '../calendar/default-calendars';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { defaultMatrix, type LevelField } from '../incident/domain/priority-matrix';
import { type Records, type Write, write } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { type Instant, toIso } from '../kernel/time';
import { compileJql, type JqlRefused, type Vocabulary } from '../sla/compile-jql';
import { businessHours, type DefinitionDraft, defaultDefinitions, roundTheClock } from '../sla/default-definitions';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { Definition, PauseRule } from '../sla/domain/definition';
import { type Configuration, configurationKey, readConfiguration } from './configuration';

/** What the site has, as far as set-up looks. */
export interface SiteShape {
  readonly issueTypes: readonly Named[];
  readonly statuses: readonly (Named & { readonly category: 'new' | 'indeterminate' | 'done' })[];
  /** Highest first. */
  readonly priorities: readonly Named[];
  /** Select fields by name, with their options in order. */
  readonly fieldsNamed: (
    name: string,
  ) => Promise<{ readonly id: string; readonly contexts: readonly (readonly { readonly id: string }[])[] } | undefined>;
  /** The id of the app's own date field, once Jira knows it. */
  readonly nextDueField: string | undefined;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

export type SetUpRefused =
  | { readonly code: 'no-such-issue-type' | 'no-such-field' | 'too-few-priorities'; readonly name: string }
  | { readonly code: 'calendar-refused'; readonly id: string; readonly reasons: readonly unknown[] }
  | JqlRefused;

/**
 * Finds the issue type, statuses and fields by name and writes two calendars, two definitions and the configuration
 * compiled from them. Done once: a site that has a configuration keeps it.
 */
export async function setUp(
  site: SiteShape,
  { records, now }: { readonly records: Records; readonly now: () => Instant },
): Promise<Result<Configuration, SetUpRefused>> {
  const known = readConfiguration(await records.setting(configurationKey));
  if (known) return allow(known);
  const configuration = await compiled(site, now());
  if (!configuration.ok) return configuration;

  const deed = { actor: 'app', action: 'service-levels.set-up', at: toIso(now()) };
  // Refused only when an earlier set-up was interrupted here: what it wrote stays as it is.
  await records.commit(deed, definitionWrites(configuration.value));
  await records.putSetting(configurationKey, configuration.value);
  return configuration;
}

function definitionWrites({ calendars, definitions }: Configuration): readonly Write[] {
  const record = (kind: 'calendar' | 'service-level', id: string, version: number, body: unknown) =>
    write(definitionEntity, definitionKey(kind, id, version), { kind, id, version, body });
  return [
    ...calendars.map((calendar) => record('calendar', calendar.id, 1, calendar)),
    ...definitions.map((definition) => record('service-level', definition.id, definition.version, definition)),
  ];
}

async function compiled(site: SiteShape, now: Instant): Promise<Result<Configuration, SetUpRefused>> {
  const incidents = site.issueTypes.filter(({ name }) => name === 'Incident');
  if (!incidents.length) return refuse({ code: 'no-such-issue-type', name: 'Incident' });
  if (site.priorities.length < 5) return refuse({ code: 'too-few-priorities', name: '5' });
  const impact = await levelField(site, 'Impact');
  if (!impact.ok) return impact;
  const urgency = await levelField(site, 'Urgency');
  if (!urgency.ok) return urgency;

  const calendars = checkedCalendars(new Date(now).getUTCFullYear());
  if (!calendars.ok) return calendars;
  const drafts = defaultDefinitions(site.priorities.map(({ name }) => name));
  const definitions = each(drafts, (draft) => compileDefinition(draft, site));
  if (!definitions.ok) return definitions;

  const matrix = defaultMatrix.map((row) => [...row]);
  const priorities = site.priorities.slice(0, 5).map(({ id }) => id);
  return allow({
    since: toIso(now),
    incidentTypes: incidents.map(({ id }) => id),
    priority: { impact: impact.value, urgency: urgency.value, matrix, priorities },
    ...(site.nextDueField && { nextDueField: site.nextDueField }),
    showNextDue: true,
    definitions: definitions.value,
    calendars: calendars.value,
  });
}

/** Options count by their order in their context: the first is level 1. */
async function levelField(site: SiteShape, name: string): Promise<Result<LevelField, SetUpRefused>> {
  const field = await site.fieldsNamed(name);
  const options = field?.contexts.flatMap((context) => context.map(({ id }, i) => [id, i + 1] as const)) ?? [];
  if (!field || !options.length) return refuse({ code: 'no-such-field', name });
  return allow({ field: field.id, levels: Object.fromEntries(options) });
}

const checkedCalendars = (year: number): Result<readonly WorkingCalendar[], SetUpRefused> =>
  each(defaultCalendars({ business: businessHours, always: roundTheClock }, year), (calendar) => {
    const checked = checkCalendar(calendar);
    return checked.ok
      ? checked
      : refuse({ code: 'calendar-refused', id: calendar.id, reasons: checked.reason } as const);
  });

/** A definition as rules read it: ids instead of names, conditions instead of JQL. */
function compileDefinition(draft: DefinitionDraft, site: SiteShape): Result<Definition, SetUpRefused> {
  const vocabulary = vocabularyOf(site);
  const scope = compileJql(draft.scope, vocabulary);
  if (!scope.ok) return scope;
  const goals = each(draft.goals, (goal) => {
    const condition = compileJql(goal.jql, vocabulary);
    return condition.ok ? allow({ ...goal, condition: condition.value }) : condition;
  });
  if (!goals.ok) return goals;

  const { pauseInStatuses, ...kept } = draft;
  return allow({
    ...kept,
    scope: scope.value,
    stop: draft.stop === 'done' ? [entersDone(site)] : [{ kind: 'comment', by: 'not-reporter' }],
    pause: pauseInStatuses === undefined ? [] : pauseRules(pauseInStatuses, site),
    goals: goals.value,
  });
}

const entersDone = ({ statuses }: SiteShape) =>
  ({
    kind: 'enters',
    field: 'status',
    values: statuses.filter(({ category }) => category === 'done').map(({ id }) => id),
  }) as const;

const pauseRules = (beginning: string, { statuses }: SiteShape): readonly PauseRule[] =>
  statuses
    .filter(({ name }) => name.startsWith(beginning))
    .map(({ id, name }) => ({ condition: { op: 'in', field: 'status', values: [id] }, reason: `status is ${name}` }));

function vocabularyOf({ issueTypes, statuses, priorities }: SiteShape): Vocabulary {
  return {
    fields: new Map([
      ['issuetype', 'issuetype'],
      ['type', 'issuetype'],
      ['status', 'status'],
      ['priority', 'priority'],
    ]),
    values: new Map([
      ['issuetype', named(issueTypes)],
      ['status', named(statuses)],
      ['priority', named(priorities)],
    ]),
  };
}

/** A name means all that bear it: team-managed projects have types and statuses of their own by the same names. */
function named(things: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, name } of things)
    for (const word of [name.toLowerCase(), id]) ids.set(word, [...(ids.get(word) ?? []), id]);
  return ids;
}

/** Every part's value, or the first refusal. */
function each<Part, Value, Reason>(
  parts: readonly Part[],
  of: (part: Part) => Result<Value, Reason>,
): Result<readonly Value[], Reason> {
  const values: Value[] = [];
  for (const part of parts) {
    const one = of(part);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return allow(values);
}
