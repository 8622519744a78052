import type { Duration } from '../kernel/time';
import type { Problem } from '../rpc/contract';
import { compileJql, type Vocabulary } from './compile-jql';
import type { Condition } from './domain/condition';
import type { Asked, Definition, Goal, PauseRule, Trigger } from './domain/definition';
import type { ConditionDraft, DefinitionDraft, GoalDraft, TriggerDraft } from './domain/draft';
import { type KnownStatuses, noStatuses, withListed } from './domain/status-categories';
import { asking, vocabularyOf } from './jql-words';
import type { Named, SiteWords } from './site-words';

/** What a draft is compiled against. */
export interface Ground {
  readonly site: SiteWords;
  /** Options of select fields that the draft names, by field. */
  readonly options: ReadonlyMap<string, readonly Named[]>;
}

/** Who a definition is, beside what its draft says. */
export type Identity = Pick<Definition, 'id' | 'version' | 'slot'>;

export interface Compiled {
  /** Meaningless where there are problems. */
  readonly definition: Definition;
  readonly problems: readonly Problem[];
  readonly asked: readonly (Asked & { readonly place: string })[];
  /** The statuses that the site had. */
  readonly statuses: KnownStatuses;
}

/** What is found while a draft is compiled, place by place. */
interface Findings {
  readonly problems: Problem[];
  readonly asked: (Asked & { readonly place: string })[];
}

interface Compiling {
  readonly ground: Ground;
  readonly vocabulary: Vocabulary;
  readonly statuses: KnownStatuses;
  readonly findings: Findings;
}

const everything: Condition = { op: 'all', of: [] };

/** A definition as rules read it: ids instead of names, conditions instead of JQL; with everything that is wrong with its words. */
export function compileDraft(draft: DefinitionDraft, identity: Identity, ground: Ground): Compiled {
  const findings: Findings = { problems: [], asked: [] };
  const statuses = withListed(noStatuses, ground.site.statuses);
  const compiling: Compiling = { ground, vocabulary: vocabularyOf(ground.site, ground.options), statuses, findings };
  const { scope, start, stop, reset, pause, cancel, goals, ...kept } = draft;
  const triggers = (list: 'start' | 'stop' | 'reset') =>
    draft[list].map((trigger, i) => triggerOf(trigger, `${list}[${i}]`, compiling));
  const definition: Definition = {
    ...kept,
    ...identity,
    name: draft.name.trim(),
    scope: conditionOf(scope, 'scope', compiling),
    start: triggers('start'),
    stop: triggers('stop'),
    reset: triggers('reset'),
    pause: pause.flatMap((one, i) => pauseRules(one, `pause[${i}]`, compiling)),
    cancel: cancel.map((one, i) => stateOf(one, `cancel[${i}]`, compiling)),
    goals: goals.map((goal, i) => goalOf(goal, i, compiling)),
  };
  const asked = new Map(findings.asked.map(({ place: _, ...one }) => [one.field, one]));
  return { ...findings, statuses, definition: { ...definition, ...(asked.size && { asked: [...asked.values()] }) } };
}

function conditionOf(jql: string, place: string, { ground, vocabulary, findings }: Compiling): Condition {
  const ask = asking(ground.site, (asked) => findings.asked.push({ ...asked, place }));
  const compiled = compileJql(jql, { ...vocabulary, ask });
  if (compiled.ok) return compiled.value;
  findings.problems.push({ place, code: compiled.reason.code, with: compiled.reason.place });
  return everything;
}

function triggerOf(trigger: TriggerDraft, place: string, compiling: Compiling): Trigger {
  if (trigger.kind === 'enters-category') {
    const { category } = trigger;
    return { kind: 'enters', field: 'status', values: compiling.statuses[category], category };
  }
  if (trigger.kind === 'enters') check(trigger.field, trigger.values, place, compiling);
  return trigger;
}

function pauseRules(draft: ConditionDraft, place: string, compiling: Compiling): readonly PauseRule[] {
  if (draft.kind === 'jql')
    return [{ condition: conditionOf(draft.jql, `${place}.jql`, compiling), reason: draft.jql }];
  check('status', draft.statuses, place, compiling);
  return draft.statuses.map((id) => ({
    condition: { op: 'in', field: 'status', values: [id] },
    reason: `status is ${compiling.ground.site.statuses.find((status) => status.id === id)?.name ?? id}`,
  }));
}

function stateOf(draft: ConditionDraft, place: string, compiling: Compiling): Condition {
  if (draft.kind === 'jql') return conditionOf(draft.jql, `${place}.jql`, compiling);
  check('status', draft.statuses, place, compiling);
  return { op: 'in', field: 'status', values: draft.statuses };
}

function goalOf({ id, name, jql, target, calendarId, dateField }: GoalDraft, i: number, compiling: Compiling): Goal {
  const place = `goals[${i}]`;
  const isDate = compiling.ground.site.fields.some(({ id: field, kind }) => field === dateField && kind === 'datetime');
  if (dateField !== undefined && !isDate)
    compiling.findings.problems.push({ place: `${place}.dateField`, code: 'unknown-field', with: dateField });
  return {
    id: id ?? '',
    name: name.trim(),
    jql,
    condition: conditionOf(jql, `${place}.jql`, compiling),
    target: target as Duration,
    calendarId,
    ...(dateField !== undefined && { dateField }),
  };
}

/** Notes a field, or a value of it, that the site does not have. */
function check(field: string, values: readonly string[], place: string, { vocabulary, findings }: Compiling): void {
  const known = vocabulary.values.get(field);
  if (!known) findings.problems.push({ place, code: 'unknown-field', with: field });
  const ids = new Set([...(known?.values() ?? [])].flat());
  const unknown = known ? values.filter((value) => !ids.has(value)) : [];
  findings.problems.push(...unknown.map((value) => ({ place, code: 'unknown-value', with: value })));
}
