import type { Json } from '../json';
import { refuse } from '../refusal';
import type { Call } from '../route';
import type { HistoryRow } from '../schema';
import { historyShape } from './history-store';
import { visibleIssue } from './issue';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post (2026-11) */
const ISSUES = 1000;
const FIELDS = 10;
const USUAL_PAGE = 1000;
const LARGEST_PAGE = 10_000;

interface Found {
  readonly row: HistoryRow;
  readonly items: Json;
}

function listOf(value: Json, name: string, most: number): readonly string[] {
  if (!Array.isArray(value) || value.length > most) throw refuse(400, `'${name}' must be an array of up to ${most}.`);
  return value.map(String);
}

/** A token is the place of the last history told: instant, issue and history. */
const tokenOf = ({ at, issue_id, id }: HistoryRow): string =>
  Buffer.from(JSON.stringify([at, issue_id, id])).toString('base64url');

function placeOf(token: Json): readonly number[] | undefined {
  if (token === undefined || token === null) return undefined;
  try {
    const place = JSON.parse(Buffer.from(String(token), 'base64url').toString());
    if (Array.isArray(place) && place.length === 3 && place.every(Number.isInteger)) return place;
  } catch {
    throw refuse(400, "The 'nextPageToken' is not valid.");
  }
  throw refuse(400, "The 'nextPageToken' is not valid.");
}

const order = (one: HistoryRow, other: HistoryRow): number =>
  one.at - other.at || one.issue_id - other.issue_id || one.id - other.id;

const isAfter = (row: HistoryRow, [at = 0, issue_id = 0, id = 0]: readonly number[]): boolean =>
  order(row, { ...row, at, issue_id, id }) > 0;

function concerned(row: HistoryRow, fieldIds: readonly string[]): readonly Found[] {
  const all: Json[] = JSON.parse(row.items_json);
  if (fieldIds.length === 0) return [{ row, items: all }];
  const items = all.filter(({ fieldId }) => fieldIds.includes(fieldId));
  return items.length > 0 ? [{ row, items }] : [];
}

function rowsOf({ world }: Call, issueIds: readonly number[]): HistoryRow[] {
  const read = world.database.sql('SELECT * FROM jira_history WHERE issue_id = ?');
  return issueIds.flatMap((id) => read.all<HistoryRow>(id)).sort(order);
}

function visibleIds({ world, caller, body }: Call): readonly number[] {
  const wanted = listOf(body?.issueIdsOrKeys, 'issueIdsOrKeys', ISSUES);
  if (wanted.length === 0) throw refuse(400, "'issueIdsOrKeys' must name at least one issue.");
  const found = wanted.flatMap((idOrKey) => visibleIssue(world, caller.accountId, idOrKey)?.row.id ?? []);
  return [...new Set(found)];
}

function pageSize(value: Json): number {
  const size = value ?? USUAL_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
    throw refuse(400, `'maxResults' must be between 1 and ${LARGEST_PAGE}.`);
  return size;
}

/** Histories of many issues, oldest first, by the page, put together by issue. */
export function readChangelogs(call: Call): Json {
  const { world, body } = call;
  const fieldIds = listOf(body?.fieldIds ?? [], 'fieldIds', FIELDS);
  const size = pageSize(body?.maxResults);
  const place = placeOf(body?.nextPageToken);
  const rows = rowsOf(call, visibleIds(call)).filter((row) => place === undefined || isAfter(row, place));
  const found = rows.flatMap((row) => concerned(row, fieldIds));
  const page = found.slice(0, size);
  const logs = new Map<number, Json[]>();
  for (const { row, items } of page) {
    const log = logs.get(row.issue_id) ?? [];
    logs.set(row.issue_id, log);
    log.push(historyShape(world, row, items));
  }
  const last = page.at(-1);
  const next = found.length > size && last ? { nextPageToken: tokenOf(last.row) } : {};
  const issueChangeLogs = [...logs].map(([id, changeHistories]) => ({ issueId: String(id), changeHistories }));
  return { issueChangeLogs, ...next };
}
