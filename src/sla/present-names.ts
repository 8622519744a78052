import {
  type Clause,
  JastBuilder,
  type Position,
  type TerminalClause,
  type ValueOperand,
} from '@atlassianlabs/jql-ast';
import type { Ground } from './compile-draft';
import type { Vocabulary } from './compile-jql';
import type { Condition } from './domain/condition';
import type { Definition } from './domain/definition';
import type { DefinitionDraft } from './domain/draft';
import { meaningOf, quoted } from './domain/jql-text';
import { vocabularyOf } from './jql-words';
import type { Named } from './site-words';

/**
 * A draft in the names that things have now: its JQL was compiled to ids once, by which clocks go on whatever is renamed.
 * What was not compiled, because only Jira can judge it, stays as it is written, and so does the name of what is gone.
 */
export function inPresentNames(draft: DefinitionDraft, definition: Definition, ground: Ground): DefinitionDraft {
  const site = { ...ground, vocabulary: vocabularyOf(ground.site, ground.options) };
  const renamed = (jql: string, condition: Condition | undefined) =>
    condition ? renamedJql(jql, condition, site) : jql;
  const { pause, cancel, goals } = definition;
  const pausing = (jql: string) => pause.find(({ reason }) => reason === jql)?.condition;
  return {
    ...draft,
    scope: renamed(draft.scope, definition.scope),
    goals: draft.goals.map((goal, i) => ({ ...goal, jql: renamed(goal.jql, goals[i]?.condition) })),
    pause: draft.pause.map((one) => (one.kind === 'jql' ? { ...one, jql: renamed(one.jql, pausing(one.jql)) } : one)),
    cancel: draft.cancel.map((one, i) => (one.kind === 'jql' ? { ...one, jql: renamed(one.jql, cancel[i]) } : one)),
  };
}

interface SiteNow extends Ground {
  readonly vocabulary: Vocabulary;
}

interface Rewrite {
  readonly at: Position;
  readonly by: string;
}

function renamedJql(jql: string, condition: Condition, site: SiteNow): string {
  const where = new JastBuilder().build(jql).query?.where;
  if (!where) return jql;
  const fromTheEnd = rewritesOf(where, condition, site).toSorted((one, other) => other.at[0] - one.at[0]);
  return fromTheEnd.reduce((text, { at: [from, to], by }) => text.slice(0, from) + by + text.slice(to), jql);
}

/** Goes through JQL beside the condition it was compiled to; where the two part, Jira judges. */
function rewritesOf(clause: Clause, condition: Condition, site: SiteNow): readonly Rewrite[] {
  switch (clause.clauseType) {
    case 'compound': {
      const op = clause.operator.value === 'and' ? 'all' : 'any';
      const of = condition.op === op ? condition.of : [];
      return of.flatMap((part, i) => (clause.clauses[i] ? rewritesOf(clause.clauses[i], part, site) : []));
    }
    case 'not':
      return condition.op === 'not' ? rewritesOf(clause.clause, condition.of, site) : [];
    case 'terminal': {
      const compared = comparedIn(condition);
      return compared ? [...fieldRewrites(clause, compared.field, site), ...valueRewrites(clause, compared, site)] : [];
    }
  }
}

type Compared = Extract<Condition, { readonly field: string }>;

/** What a clause compares, `!=` and `not in` as what they deny. */
function comparedIn(condition: Condition): Compared | undefined {
  if (condition.op === 'not') return comparedIn(condition.of);
  if (condition.op === 'any') return condition.of[0] && comparedIn(condition.of[0]);
  return condition.op === 'all' ? undefined : condition;
}

/** A field that is gone keeps its name, unless another bears that now. */
function fieldRewrites({ field }: TerminalClause, id: string, { site, vocabulary }: SiteNow): readonly Rewrite[] {
  const meant = vocabulary.fields.get(meaningOf(field.text).toLowerCase());
  const name = site.fields.find((one) => one.id === id)?.name;
  const [, number] = id.match(/^customfield_(\d+)$/) ?? [];
  if (!field.position || !number || meant === id || (name === undefined && !meant)) return [];
  const isPlain = name !== undefined && vocabulary.fields.get(name.toLowerCase()) === id;
  return [{ at: field.position, by: isPlain ? quoted(name) : `cf[${number}]` }];
}

function valueRewrites(clause: TerminalClause, { op, field, ...rest }: Compared, site: SiteNow): readonly Rewrite[] {
  const written = valuesIn(clause);
  const stored = op === 'in' && 'values' in rest ? rest.values : [];
  const known = site.vocabulary.values.get(field);
  if (!known || !written.length) return [];
  const meant = new Set(written.flatMap(({ text }) => known.get(meaningOf(text).toLowerCase()) ?? []));
  if (meant.size === new Set(stored).size && stored.every((id) => meant.has(id))) return [];
  const wordOf = (id: string) => presentWord(id, stored, namesOf(field, site), known);
  return written.length === stored.length
    ? written.flatMap((one, i) => renamedValue(one, stored[i] ?? '', wordOf, known))
    : renamedList(clause, [...new Set(stored.map((id) => wordOf(id) ?? id))]);
}

type Known = ReadonlyMap<string, readonly string[]>;

/** A value that stands for one thing: what is gone keeps its name likewise. */
function renamedValue(
  { text, position }: ValueOperand,
  id: string,
  wordOf: (id: string) => string | undefined,
  known: Known,
): readonly Rewrite[] {
  const meant = known.get(meaningOf(text).toLowerCase());
  if (!position || (meant?.length === 1 && meant[0] === id)) return [];
  return [{ at: position, by: wordOf(id) ?? (meant ? id : text) }];
}

/** Where a name stood for several things, which bear others now. */
function renamedList({ operator, operand }: TerminalClause, words: readonly string[]): readonly Rewrite[] {
  if (!operator?.position || !operand?.position) return [];
  const [word] = words;
  if (words.length === 1 && word && operand.operandType === 'value') return [{ at: operand.position, by: word }];
  const isDenied = ['!=', 'not in', 'is not'].includes(operator.value.toLowerCase());
  const by = `${isDenied ? 'not in' : 'in'} (${words.join(', ')})`;
  return [{ at: [operator.position[0], operand.position[1]], by }];
}

/** The values that a clause is written with; none where there are others beside them. */
function valuesIn({ operand }: TerminalClause): readonly ValueOperand[] {
  const all = operand?.operandType === 'list' ? operand.values : operand ? [operand] : [];
  return all.every((one) => one.operandType === 'value') ? all : [];
}

/** The name of a thing, its id where the name means others too; undefined where it is gone. */
function presentWord(id: string, beside: readonly string[], things: readonly Named[], known: Known) {
  const name = things.find((thing) => thing.id === id)?.name;
  if (name === undefined) return undefined;
  return known.get(name.toLowerCase())?.every((one) => beside.includes(one)) ? quoted(name) : id;
}

function namesOf(field: string, { site, options }: SiteNow): readonly Named[] {
  const own = { issuetype: site.issueTypes, status: site.statuses, priority: site.priorities };
  return own[field as keyof typeof own] ?? options.get(field) ?? [];
}
