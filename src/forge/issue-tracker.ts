import { isRecord } from '../kernel/shapes';
import { hours, type Instant, instant, toIso } from '../kernel/time';
import type { Change } from '../sla/domain/facts';
import type { Slots } from '../sla/domain/slot';
import { slotAlias, slotsProperty } from '../sla/domain/slot-aliases';
import type { IssueSeen, IssueTracker, OpenAsk } from '../sla/ports';
import { type JiraComment, type JiraHistory, type JiraIssue, JiraRefused, type JiraStatus, jira } from './jira';
import { jiraWords } from './jira-definitions';
import { jiraSearch } from './jira-search';
import { changesOf, commentOf, readingOf } from './jira-words';
import { categoryOf } from './status-category';

/** The comment property that carries the mark of an escalation. */
const markProperty = 'fettle-mark';

const readingFields = ['project', 'created', 'creator', 'updated', 'assignee', 'comment'];

/** Issues as Jira keeps them, asked and written as the app. */
export const jiraTracker: IssueTracker = {
  async issueInUse(id, fields) {
    const issue = await jiraSearch.issueFound(id, [...readingFields, ...fields]);
    return issue && readingOf(issue, fields);
  },

  exists: async (id) => (await jira.issue(id, 'project')) !== undefined,

  async issueWithHistory(id, fields) {
    const issue = await jira.issueWithHistory(id, [...readingFields, ...fields].join());
    if (!issue?.changelog) return undefined;
    const { total, histories } = issue.changelog;
    const whole = total <= histories.length ? changesOf(histories, fields) : (await allHistories([id], fields)).get(id);
    return { ...readingOf(issue, fields), changes: whole ?? [] };
  },

  histories: (ids, fields) => allHistories(ids, fields),

  async comments(id) {
    return (await allComments(id)).map(commentOf);
  },

  async updatedWithin({ from, to }, { issueTypes, slots, fields }, after) {
    const runs = slots.map((slot) => `${slotAlias(slot, 'State')} not in (completed, cancelled)`);
    // Said without NOT, which in JQL finds no issue whose field is empty: one that is not followed yet has no slots.
    const unsettled = ['resolved is EMPTY', `resolved >= -${from}m`, ...runs].join(' OR ');
    const changed = `updated >= -${from}m AND updated <= -${to}m`;
    const jql = `issuetype in (${issueTypes.join()}) AND ${changed} AND (${unsettled}) ORDER BY updated ASC`;
    const asked = [...readingFields, ...fields];
    const { issues, nextPageToken } = await jiraSearch.search(jql, asked, [slotsProperty], after);
    return {
      issues: issues.map((issue) => ({ ...readingOf(issue, fields), told: toldOf(issue) })),
      next: nextPageToken,
    };
  },

  async openIssues(ask, after) {
    const { issues, nextPageToken } = await searched(ask, after);
    return { issues: issues.map((issue) => seenOf(issue, ask.fields)), next: nextPageToken };
  },

  countOpen: (ask) => jiraSearch.approximateCount(openJql(ask)),

  visible: async (ids) => (await jiraSearch.bulkIssues(ids, ['project'])).map(({ id }) => id),

  showsAll: (ids) => jiraSearch.findsAll(ids),

  async edit(id, field, value) {
    return editedAt(await jira.edit(id, { [field]: field === 'assignee' ? { accountId: value } : { id: value } }));
  },

  prioritise: async (id, value) => editedAt(await jira.editAsPerson(id, { priority: { id: value } })),

  publishSlots: (id, slots) => jira.setIssueProperty(id, slotsProperty, { slots }),
  showNextDue: (field, dues) => show(field, dues),

  async comment(id, text, mark) {
    const adf = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    const added = await jira.addComment(id, adf, [{ key: markProperty, value: { mark } }]);
    return 'refused' in added ? undefined : commentOf(added);
  },

  async commentMarked(id, mark) {
    const own = (await allComments(id)).filter(({ author }) => author?.accountType === 'app');
    for (const comment of own.reverse()) {
      const value = await jira.commentProperty(comment.id, markProperty);
      if ((value as { readonly mark?: unknown } | undefined)?.mark === mark) return commentOf(comment);
    }
    return undefined;
  },

  notify: (id, accountId, subject, textBody) => jira.notify(id, { subject, textBody, to: { users: [{ accountId }] } }),
  statuses: async () => (await jira.statuses()).map(categorised),

  async status(id) {
    const status = await jira.status(id);
    return status && categorised(status);
  },

  lead: async (projectId) => (await jira.project(projectId))?.lead?.accountId,

  async matches(id, jqls) {
    const matches = await jiraWords.match([Number(id)], jqls);
    return matches.map(({ matchedIssues, errors }) =>
      errors.length ? undefined : matchedIssues.some((issue) => String(issue) === id),
    );
  },
};

const categorised = ({ id, statusCategory }: JiraStatus) => ({ id, category: categoryOf(statusCategory.key) });

/** Anybody who may edit the issue may have written anything there. */
function toldOf({ properties }: JiraIssue): Slots | null {
  const told = properties?.[slotsProperty];
  const slots = isRecord(told) ? told.slots : undefined;
  return isRecord(slots) && Object.values(slots).every(isRecord) ? (slots as unknown as Slots) : null;
}

/** A page token that Jira no longer takes begins at the first page again. */
async function searched(ask: OpenAsk, after: string | undefined) {
  const search = (token?: string) =>
    jiraSearch.searchWithHistory(openJql(ask), [...readingFields, ...ask.fields], token);
  try {
    return await search(after);
  } catch (error) {
    if (!after || !(error instanceof JiraRefused) || error.status !== 400) throw error;
    return search();
  }
}

function seenOf(issue: JiraIssue, fields: readonly string[]): IssueSeen {
  const reading = readingOf(issue, fields);
  const { changelog } = issue;
  const isWhole = changelog && changelog.total <= changelog.histories.length;
  return isWhole ? { ...reading, changes: changesOf(changelog.histories, fields) } : reading;
}

function openJql({ issueTypes, updatedSince, withoutSlots = [] }: OpenAsk): string {
  const open = 'statusCategory != Done';
  const asked = updatedSince === undefined ? open : `(${open} OR updated >= "${dateInJql(updatedSince)}")`;
  const empty = withoutSlots.map((slot) => ` AND ${slotAlias(slot, 'State')} is EMPTY`).join('');
  return `issuetype in (${issueTypes.join()}) AND ${asked}${empty} ORDER BY created ASC`;
}

/** JQL reads a date in the searcher's zone, which is up to fourteen hours ahead; a minute that moves ends a page token. */
const dateInJql = (at: Instant): string =>
  toIso((at - hours(14)) as Instant)
    .replace('T', ' ')
    .slice(0, 16);

function editedAt(edited: JiraIssue | { readonly refused: number }): Instant | 'gone' | 'refused' {
  if ('refused' in edited) return edited.refused === 404 ? 'gone' : 'refused';
  return instant(String(edited.fields.updated));
}

type Dues = Parameters<IssueTracker['showNextDue']>[1];

/** Jira takes all of a call or nothing: one that it refuses is halved until the issues that are gone stand alone. */
async function show(field: string, dues: Dues): Promise<void> {
  try {
    await jira.setOwnField(
      field,
      dues.map(({ issueId, due }) => ({ issueIds: [Number(issueId)], value: due })),
    );
  } catch (error) {
    if (!(error instanceof JiraRefused) || ![400, 403, 404].includes(error.status)) throw error;
    if (dues.length <= 1) return;
    const half = Math.ceil(dues.length / 2);
    await show(field, dues.slice(0, half));
    await show(field, dues.slice(half));
  }
}

/** Jira takes ten fields at a time; what one history changed over several asks is put together again. */
const fieldsPerAsk = 10;

async function allHistories(ids: readonly string[], fields: readonly string[]) {
  const found = new Map<string, JiraHistory[]>();
  for (let i = 0; i < fields.length; i += fieldsPerAsk) {
    let token: string | undefined;
    do {
      const page = await jira.histories(ids, fields.slice(i, i + fieldsPerAsk), token);
      for (const { issueId, changeHistories } of page.issueChangeLogs)
        found.set(issueId, [...(found.get(issueId) ?? []), ...changeHistories]);
      token = page.nextPageToken;
    } while (token);
  }
  return new Map([...found].map(([id, histories]) => [id, joined(changesOf(histories, fields))]));
}

/** No issue has two histories in one millisecond: changes of one instant are parts of one. */
function joined(changes: readonly Change[]): readonly Change[] {
  const byInstant = new Map<number, Change>();
  for (const change of changes) {
    const known = byInstant.get(change.at);
    byInstant.set(change.at, known ? { ...known, items: [...known.items, ...change.items] } : change);
  }
  return [...byInstant.values()];
}

async function allComments(id: string): Promise<readonly JiraComment[]> {
  const found: JiraComment[] = [];
  let total = 0;
  do {
    const page = await jira.comments(id, found.length);
    found.push(...page.comments);
    total = page.total;
    if (!page.comments.length) break;
  } while (found.length < total);
  return found;
}
