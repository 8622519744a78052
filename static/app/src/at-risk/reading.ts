import { type Instant, instant } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import { slotsProperty } from '@fettle/sla/domain/slot-aliases';
import { askJira, type FoundIssue, type FoundPage, searchIssues } from '../jira/ask-jira';
import type { ReadTo } from './order';
import { type Filter, queriesOf } from './queries';
import { clocksOf, goalFields, type WatchedClock } from './watched-clock';

/** What has been read so far. */
export interface Reading {
  readonly byIssue: ReadonlyMap<string, readonly WatchedClock[]>;
  readonly readTo: ReadTo;
  /** Where the next page begins; absent when all is read. */
  readonly next?: string;
}

export interface Asked {
  readonly definitions: readonly Definition[];
  readonly nextDueField: string | undefined;
  readonly filter: Filter;
}

/** The first page by the nearest due instant, and all that is too fresh for that order. */
export async function beginReading(asked: Asked): Promise<Reading> {
  const { ordered, fresh } = queriesOf(asked.definitions, asked.nextDueField, asked.filter);
  const [first, known] = await Promise.all([
    searchIssues(askOf(asked, ordered)),
    fresh ? freshOf(asked, fresh) : Promise.resolve([]),
  ]);
  const nothing: Reading = { byIssue: new Map(), readTo: 'none' };
  return withPage({ ...nothing, byIssue: await readOff(known, asked) }, first, asked);
}

/** One page more. */
export async function readOn(reading: Reading, asked: Asked): Promise<Reading> {
  const { ordered } = queriesOf(asked.definitions, asked.nextDueField, asked.filter);
  return withPage(reading, await searchIssues(askOf(asked, ordered), reading.next), asked);
}

const askOf = ({ definitions, nextDueField }: Asked, jql: string) => ({
  jql,
  fields: [
    ...new Set([
      'summary',
      'priority',
      'assignee',
      ...goalFields(definitions),
      ...(nextDueField ? [nextDueField] : []),
    ]),
  ],
  properties: [slotsProperty],
});

/** Pages of what is fresh; when still more changed at once, the rest comes in its place once the date field has it. */
const mostFresh = 5;

async function freshOf(asked: Asked, jql: string): Promise<readonly FoundIssue[]> {
  const found: FoundIssue[] = [];
  let next: string | undefined;
  for (let number = 0; number < mostFresh && (number === 0 || next); number += 1) {
    const page: FoundPage = await searchIssues(askOf(asked, jql), next);
    found.push(...page.issues);
    next = page.nextPageToken;
  }
  return found;
}

/** What was read before of an issue stands: it is what is too fresh for the order. */
async function withPage({ byIssue }: Reading, { issues, nextPageToken }: FoundPage, asked: Asked): Promise<Reading> {
  const known = new Map([...(await readOff(issues, asked)), ...byIssue]);
  if (!nextPageToken) return { byIssue: known, readTo: 'all' };
  return { byIssue: known, readTo: dueOfLast(issues, asked), next: nextPageToken };
}

function dueOfLast(issues: readonly FoundIssue[], { nextDueField }: Asked): Instant | 'none' {
  const due = nextDueField && issues.at(-1)?.fields[nextDueField];
  return typeof due === 'string' ? instant(due) : 'none';
}

async function readOff(
  issues: readonly FoundIssue[],
  { definitions }: Asked,
): Promise<ReadonlyMap<string, readonly WatchedClock[]>> {
  const answers = await answersOf(issues, definitions);
  return new Map(issues.map((issue) => [issue.id, clocksOf(issue, definitions, answers.get(issue.id))]));
}

/** What Jira says of the parts of goals that only it can judge: one call a page, and none where there are no such parts. */
async function answersOf(issues: readonly FoundIssue[], definitions: readonly Definition[]) {
  const asked = definitions.flatMap((definition) => definition.asked ?? []);
  const answers = new Map<string, Record<string, string>>();
  if (asked.length === 0 || issues.length === 0) return answers;
  const body = { issueIds: issues.map(({ id }) => Number(id)), jqls: asked.map(({ jql }) => jql) };
  const path = '/rest/api/3/jql/match';
  const { matches } = await askJira<{ matches: readonly { matchedIssues: readonly number[] }[] }>(path, {
    method: 'POST',
    body,
  });
  for (const [place, { matchedIssues }] of matches.entries())
    for (const id of matchedIssues)
      answers.set(String(id), { ...answers.get(String(id)), [asked[place]?.field ?? '']: 'yes' });
  return answers;
}
