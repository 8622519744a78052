import { createHash } from 'node:crypto';
import { allow, type Result, refuse } from '../kernel/result';
import { type ClauseWords, type JqlRefused, type Vocabulary, valueOfField } from './compile-jql';
import { askedPrefix } from './domain/answers';
import type { Condition } from './domain/condition';
import type { Asked } from './domain/definition';
import type { Named, SiteWords } from './site-words';

/** The names of a site for the compiler; `options` are those of the select fields that are named, by field. */
export function vocabularyOf(site: SiteWords, options: ReadonlyMap<string, readonly Named[]>): Vocabulary {
  const selects = site.fields.filter(({ id }) => options.has(id));
  return {
    // Jira's own last: whatever an admin calls a field, its own keep their names.
    fields: new Map([
      ...selects.flatMap(({ id, clauseNames }) => clauseNames.map((name) => [name, id] as const)),
      ['issuetype', 'issuetype'],
      ['type', 'issuetype'],
      ['status', 'status'],
      ['priority', 'priority'],
    ]),
    values: new Map([
      ['issuetype', byName(site.issueTypes)],
      ['status', byName(site.statuses)],
      ['priority', byName(site.priorities)],
      ...[...options].map(([field, values]) => [field, byName(values)] as const),
    ]),
  };
}

/** A name means all that bear it: team-managed projects have types and statuses of their own by the same names. */
function byName(things: readonly Named[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, name } of things)
    for (const word of [name.toLowerCase(), id]) ids.set(word, [...(ids.get(word) ?? []), id]);
  return ids;
}

/** The fields of Jira's that no event of the app tells of, so that nobody would notice their answer changing. */
const unheard = [
  'updated',
  'updateddate',
  'lastviewed',
  'watcher',
  'watchers',
  'voter',
  'votes',
  'worklogdate',
  'worklogauthor',
];

/**
 * Functions whose value neither time moves nor who asks. Any other may: also those that take the person who asks where
 * nobody is named, as `componentsLeadByUser()`.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-functions/ (2026-08)
 */
const lasting: readonly string[] = [
  ...['cascadeoption', 'choiceoption', 'membersof', 'standardissuetypes', 'subtaskissuetypes'],
  ...['linkedissues', 'linkedissue', 'issueswithremotelinksbyglobalid', 'parentepic'],
  ...['releasedversions', 'unreleasedversions', 'latestreleasedversion', 'earliestunreleasedversion'],
];

const isLasting = (name: string): boolean => lasting.includes(name.toLowerCase());

/** `-2d`, `4w 2d`: a date counted from now. */
const relative = /^[+-]?\d+\s*[wdhm](?:\s+\d+[wdhm])*$/i;

/** Names of JQL that stand for several fields. Maps, since a person may name a field as every object has a property. */
const standsFor: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    text: ['summary', 'description', 'environment', 'comment'],
    textfields: ['summary', 'description', 'environment', 'comment'],
    status: ['status'],
    priority: ['priority'],
    issuetype: ['issuetype'],
    type: ['issuetype'],
    statuscategory: ['status'],
    component: ['components'],
    fixversion: ['fixVersions'],
    affectedversion: ['versions'],
    project: ['project'],
    parent: ['parent'],
  }),
);

/** Collects the clauses that only Jira can judge; the condition asks the facts for Jira's answer. */
export function asking(site: SiteWords, found: (asked: Asked) => void): NonNullable<Vocabulary['ask']> {
  return ({ jql, words }) => {
    const fields = new Set<string>();
    for (const word of words) {
      const named = fieldsOf(word, site);
      if (!named.ok) return named;
      for (const field of named.value) fields.add(field);
    }
    const field = `${askedPrefix}${createHash('sha256').update(jql).digest('hex').slice(0, 12)}`;
    found({ field, jql, fields: [...fields] });
    return allow({ op: 'in', field, values: ['yes'] } satisfies Condition);
  };
}

function fieldsOf(words: ClauseWords, site: SiteWords): Result<readonly string[], JqlRefused> {
  const { field, functions, values, beside } = words;
  const name = field.toLowerCase();
  const ownValues = new Map([
    ['issuetype', site.issueTypes],
    ['type', site.issueTypes],
    ['status', site.statuses],
    ['priority', site.priorities],
  ]);
  const known = ownValues.get(name);
  const unknown = known && values.find((value) => !byName(known).has(value.toLowerCase()));
  if (unknown !== undefined) return refuse({ code: 'jql-unknown-value', place: valueOfField(field, unknown) });
  if (unheard.includes(name) || !functions.every(isLasting) || [...values, ...beside].some((one) => relative.test(one)))
    return refuse({ code: 'jql-moves-with-time', place: field });
  const several = standsFor.get(name);
  if (several) return allow(several);
  const ids = site.fields
    .filter(({ id, clauseNames }) => clauseNames.includes(name) || id === field)
    .map(({ id }) => id);
  return ids.length ? allow(ids) : refuse({ code: 'jql-unknown-field', place: field });
}
