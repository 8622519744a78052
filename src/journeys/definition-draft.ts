import type { Records } from '../kernel/records';
import type { Problem } from '../rpc/contract';
import { draftProblems, draftWarnings, questionProblems } from '../sla/check-draft';
import { type Compiled, compileDraft, type Ground, type Identity } from '../sla/compile-draft';
import { fieldsNamedIn } from '../sla/compile-jql';
import type { EditableDefinition } from '../sla/contract';
import { definitionKey } from '../sla/definition-entity';
import { derivedDraft } from '../sla/derive-draft';
import type { Definition } from '../sla/domain/definition';
import { fieldsOfDefinition } from '../sla/domain/definition-fields';
import type { DefinitionDraft } from '../sla/domain/draft';
import { inPresentNames } from '../sla/present-names';
import type { Named, Site, SiteWords } from '../sla/site-words';
import type { Configuration } from './configuration';
import { levelRows } from './version-rows';
import { isPresent } from './with-edit';

/** How many select fields a draft may name: each costs Jira's reading its options. */
const mostSelects = 10;

/** A draft after everything that is asked of it. */
export interface Judged {
  readonly definition: Definition;
  readonly draft: DefinitionDraft;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly asked: Compiled['asked'];
  readonly statuses: Compiled['statuses'];
}

/** Compiles a draft against the site, and holds it against its own rules and what is there beside it. */
export async function judged(
  asked: DefinitionDraft,
  identity: Identity,
  configuration: Configuration,
  site: Site,
): Promise<Judged> {
  const draft = withGoalIds(asked);
  const words = await site.words();
  const options = await optionsNamed(draft, words, site);
  const compiled = compileDraft(draft, identity, { site: words, options });
  const others = configuration.definitions.filter(({ id }) => id !== identity.id);
  const questions = others.flatMap((other) => (other.asked ?? []).map(({ field }) => field));
  const beside = {
    calendarIds: configuration.calendars.filter(isPresent).map(({ id }) => id),
    names: others.map(({ name }) => name),
  };
  const tooMany = questionProblems(compiled.asked, questions);
  const problems = [...draftProblems(draft, beside), ...compiled.problems, ...tooMany];
  return { ...compiled, draft, problems, warnings: draftWarnings(draft) };
}

/** Every goal with an id of its own: what it has, if no other goal has it. */
function withGoalIds(draft: DefinitionDraft): DefinitionDraft {
  const taken = new Set(draft.goals.flatMap(({ id }) => (id ? [id] : [])));
  const seen = new Set<string>();
  const fresh = () => {
    let number = 1;
    while (taken.has(`goal-${number}`)) number += 1;
    taken.add(`goal-${number}`);
    return `goal-${number}`;
  };
  const goals = draft.goals.map((goal) => {
    const id = goal.id && !seen.has(goal.id) ? goal.id : fresh();
    seen.add(id);
    return { ...goal, id };
  });
  return { ...draft, goals };
}

/** The options of the select fields that a draft names, by field. */
async function optionsNamed(
  draft: DefinitionDraft,
  { fields }: SiteWords,
  site: Site,
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const states = [...draft.pause, ...draft.cancel].flatMap((state) => (state.kind === 'jql' ? [state.jql] : []));
  const inJql = new Set([draft.scope, ...draft.goals.map(({ jql }) => jql), ...states].flatMap(fieldsNamedIn));
  const inTriggers = new Set(
    [...draft.start, ...draft.stop, ...draft.reset].flatMap((one) => (one.kind === 'enters' ? [one.field] : [])),
  );
  const named = fields.filter(
    ({ id, kind, clauseNames }) =>
      kind === 'select' && (inTriggers.has(id) || clauseNames.some((name) => inJql.has(name))),
  );
  return optionsOf(named, site);
}

/**
 * The definitions as they are edited, in the names that things have now; one that was stored without a draft is told in
 * JQL of ids.
 */
export async function editable(
  definitions: readonly Definition[],
  records: Records,
  site: Site,
): Promise<readonly EditableDefinition[]> {
  const keys = definitions.map(({ id, version }) => definitionKey('service-level', id, version));
  const [rows, ground] = await Promise.all([
    keys.length ? records.findAll(levelRows, keys) : [],
    groundOf(definitions, site),
  ]);
  return definitions.map((definition, i) => {
    const { id, version, slot } = definition;
    const body = rows[i]?.value?.body;
    const kept = body && 'draft' in body ? body.draft : undefined;
    return { id, version, slot, draft: inPresentNames(kept ?? derivedDraft(definition), definition, ground) };
  });
}

/** What the site has to name the things by that definitions know by id. */
async function groundOf(definitions: readonly Definition[], site: Site): Promise<Ground> {
  const words = await site.words();
  const looked = new Set(definitions.flatMap(fieldsOfDefinition));
  const selects = words.fields.filter(({ id, kind }) => kind === 'select' && looked.has(id));
  return { site: words, options: await optionsOf(selects, site) };
}

const optionsOf = async (fields: readonly Named[], site: Site): Promise<ReadonlyMap<string, readonly Named[]>> =>
  new Map(
    await Promise.all(fields.slice(0, mostSelects).map(async ({ id }) => [id, await site.optionsOf(id)] as const)),
  );
