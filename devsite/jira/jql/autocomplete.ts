import { appFunctions } from '../app-functions';
import type { CustomField } from '../configuration/setup';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { World } from '../world';
import { clauseTypes } from './jql-custom-fields';
import type { Kind, Offer } from './jql-field';
import { fieldsNamed } from './jql-fields';
import { jqlFunctions } from './jql-functions';
import { encoded } from './jql-structure';
import { systemFields } from './jql-system-fields';
import { plainAsking } from './search-sql';

/** https://support.atlassian.com/jira-service-management-cloud/docs/use-advanced-search-with-jira-query-language-jql/ (2026-02) */
const reservedWords =
  `abort access add after alias all alter and any are as asc at audit avg be before begin between boolean
break by byte catch cf char character check checkpoint collate collation column commit connect continue count create
current date decimal declare decrement default defaults define delete delimiter desc difference distinct divide do
double drop else empty encoding end equals escape exclusive exec execute exists explain false fetch file field first
float for from function go goto grant greater group having identified if immediate in increment index initial inner
inout input insert int integer intersect intersection into is isempty isnull it join last left less like limit lock long
max min minus mode modify modulo more multiply next no noaudit not notin nowait null number object of on option or order
outer output power previous prior privileges public raise raw remainder rename resource return returns revoke right row
rowid rownum rows select session set share size sqrt start strict string subtract such sum synonym table that the their
then there these they this to trans transaction trigger true uid union unique update user validate values view was when
whenever where while with`.split(/\s+/);

const reserved: ReadonlySet<string> = new Set(reservedWords);

/** What Jira calls the classes of values. */
const classes: Readonly<Record<Kind, string>> = {
  component: 'com.atlassian.jira.bc.project.component.ProjectComponent',
  attachment: 'com.atlassian.jira.issue.attachment.Attachment',
  date: 'java.util.Date',
  duration: 'com.atlassian.jira.jql.util.JiraDurationUtils',
  group: 'com.atlassian.crowd.embedded.api.Group',
  hierarchy_level: 'java.lang.Number',
  issue: 'com.atlassian.jira.issue.Issue',
  issue_link_type: 'com.atlassian.jira.issue.link.IssueLinkType',
  issue_type: 'com.atlassian.jira.issue.issuetype.IssueType',
  label: 'com.atlassian.jira.issue.label.Label',
  number: 'java.lang.Number',
  option: 'com.atlassian.jira.issue.customfields.option.Option',
  priority: 'com.atlassian.jira.issue.priority.Priority',
  project: 'com.atlassian.jira.project.Project',
  project_category: 'com.atlassian.jira.project.ProjectCategory',
  project_type: 'com.atlassian.jira.project.type.ProjectType',
  resolution: 'com.atlassian.jira.issue.resolution.Resolution',
  saved_filter: 'com.atlassian.jira.issue.search.SearchRequest',
  status: 'com.atlassian.jira.issue.status.Status',
  status_category: 'com.atlassian.jira.issue.status.category.StatusCategory',
  text: 'java.lang.String',
  user: 'com.atlassian.jira.user.ApplicationUser',
};

/** Which custom fields a reference is to hold. */
export interface ReferenceAsk {
  /** Those that stand in one of these projects; every one where none is named that there is. */
  readonly projectIds: readonly number[];
  /** Whether fields that share a name and a type are offered as one as well. */
  readonly includeCollapsed: boolean;
}

const everything: ReferenceAsk = { projectIds: [], includeCollapsed: false };

interface Clause {
  readonly value: string;
  readonly displayName: string;
  /** Of one custom field alone. */
  readonly cfid?: string;
}

const clauseOf = ({ name, type }: CustomField): string => `${name}[${clauseTypes[type]}]`;

const standsIn = ({ scopeProjectId, contexts }: CustomField, projectIds: readonly number[]): boolean =>
  projectIds.some(
    (id) =>
      (scopeProjectId ?? id) === id &&
      contexts.some((context) => context.projectIds.length === 0 || context.projectIds.includes(id)),
  );

/** Custom fields by what JQL calls them; a name that several share names none of them. */
function customClauses({ setup }: World, ask: ReferenceAsk): readonly Clause[] {
  const projectIds = ask.projectIds.filter((id) => setup.projects.has(id));
  const fields = [...setup.fields.values()].filter((field) => projectIds.length === 0 || standsIn(field, projectIds));
  const sharing = (clause: string) => fields.filter((field) => clauseOf(field) === clause).length;
  const each = fields.map((field): Clause => {
    const cfid = `cf[${field.id.replace('customfield_', '')}]`;
    const value = sharing(clauseOf(field)) > 1 ? cfid : clauseOf(field);
    return { value, displayName: `${field.name} - ${value}`, cfid };
  });
  if (!ask.includeCollapsed) return each;
  const shared = new Map(fields.map((field) => [clauseOf(field), field.name]));
  const collapsed = [...shared].filter(([clause]) => sharing(clause) > 1);
  return [...each, ...collapsed.map(([value, name]) => ({ value, displayName: `${name} - ${value}` }))];
}

function clauses(world: World, ask: ReferenceAsk): readonly Clause[] {
  const same = (name: string): Clause => ({ value: name, displayName: name });
  const system = [...new Set([...systemFields.values()].map(({ name }) => name))].map(same);
  const aliases = plainAsking(world, '').indexed.flatMap(({ searchAlias }) => (searchAlias ? [same(searchAlias)] : []));
  return [...system, ...customClauses(world, ask), ...aliases];
}

function fieldReference(world: World, accountId: string, ask: ReferenceAsk): readonly Json[] {
  const { asking, indexed } = plainAsking(world, accountId);
  return clauses(world, ask).flatMap(({ value, displayName, cfid }) => {
    const [field] = fieldsNamed({ field: cfid ?? value, property: undefined }, indexed, asking);
    if (!field) return [];
    return {
      value: encoded(value, reserved),
      displayName,
      ...(cfid && { cfid }),
      ...(field.offers && { auto: 'true' }),
      orderable: String(field.order !== undefined),
      searchable: 'true',
      operators: [...field.operators],
      types: [classes[field.kind]],
    };
  });
}

function functionReference({ manifest }: World): readonly Json[] {
  const builtIn = [...jqlFunctions.values()].map(({ name, kind, list }) => ({
    value: `${name}()`,
    displayName: `${name}()`,
    ...(list && { isList: 'true' }),
    types: [classes[kind]],
  }));
  const own = [...appFunctions(manifest).values()].map(({ name, types, arguments: taken, operators }) => ({
    value: `${name}()`,
    displayName: `${name}(${taken.map((each) => each.name).join(', ')})`,
    ...(operators.includes('in') && { supportsListAndSingleValueOperators: 'true' }),
    types: types.map((kind) => classes[kind] ?? classes.text),
  }));
  return [...builtIn, ...own];
}

/** What a query can be made of. */
export const referenceData = (world: World, accountId: string, ask = everything): Json => ({
  visibleFieldNames: fieldReference(world, accountId, ask),
  visibleFunctionNames: functionReference(world),
  jqlReservedWords: reservedWords,
});

const MOST_SUGGESTIONS = 15;

const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What is asked for stands out in what is offered: the answer is HTML, in which a name stays the text it is. */
function emphasised(text: string, part: string): string {
  const at = text.toLowerCase().indexOf(part.toLowerCase());
  if (part === '' || at < 0) return asHtml(text);
  const [before, found, behind] = [text.slice(0, at), text.slice(at, at + part.length), text.slice(at + part.length)];
  return `${asHtml(before)}<b>${asHtml(found)}</b>${asHtml(behind)}`;
}

export interface SuggestionAsk {
  readonly fieldName: string;
  readonly fieldValue: string | undefined;
  readonly predicateName: string | undefined;
  readonly predicateValue: string | undefined;
}

/** Values of a field, or of a predicate behind `CHANGED`, that hold a text. */
export function suggestions(world: World, accountId: string, ask: SuggestionAsk): Json {
  const { asking, indexed } = plainAsking(world, accountId);
  const { fieldName, fieldValue, predicateName, predicateValue } = ask;
  const name = predicateName?.toLowerCase() === 'by' ? 'reporter' : fieldName;
  if (predicateName !== undefined && !['by', 'from', 'to'].includes(predicateName.toLowerCase()))
    throw refuse(400, `The predicate '${predicateName}' does not exist.`);
  const part = (predicateName === undefined ? fieldValue : predicateValue) ?? '';
  const fields = fieldsNamed({ field: name, property: undefined }, indexed, asking);
  const offers: readonly Offer[] = fields.flatMap((field) => field.offers?.(asking) ?? []);
  const found = offers.filter(({ displayName }) => displayName.toLowerCase().includes(part.toLowerCase()));
  return {
    results: found.slice(0, MOST_SUGGESTIONS).map(({ value, displayName }) => ({
      value: encoded(value, reserved),
      displayName: emphasised(displayName, part),
    })),
  };
}
