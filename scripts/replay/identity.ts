import type { Client, Jira } from '../../devsite/jira/jira';
import type { JiraComment, JiraHistory, JiraIssue } from '../../src/forge/jira';
import { changesOf, commentOf, readingOf } from '../../src/forge/jira-words';
import { clocksOf } from '../../src/journeys/clocks-of';
import { type Configuration, trackedFields, workingTimes } from '../../src/journeys/configuration';
import type { Instant } from '../../src/kernel/time';
import type { ClockRecord } from '../../src/sla/clock-entity';
import type { Clock } from '../../src/sla/domain/clock';
import { explain } from '../../src/sla/domain/explain';
import type { Facts } from '../../src/sla/domain/facts';
import { fromHistory } from '../../src/sla/domain/facts-merge';
import type { Names } from '../../src/sla/domain/names';
import { sameSlots, slotOf } from '../../src/sla/domain/slot';
import { slotsProperty } from '../../src/sla/domain/slot-aliases';
import { viewerTime } from '../../src/sla/domain/viewer-time';
import { adminAccount } from './log-site';

/** One issue at the end, as Jira's history tells it and as the app has it. */
export interface Verdict {
  readonly issueId: string;
  readonly issueKey: string;
  readonly clocks: readonly Clock[];
  readonly priorityId: string | null;
  /** In what the app differs from the history, and explanations from their figures; empty when all agree. */
  readonly differences: readonly string[];
}

/** Words for nobody: the check reads figures alone. */
const namesAt = (now: Instant): Names => ({
  person: (accountId) => accountId ?? 'app',
  field: (field) => field,
  value: (_field, value) => value,
  calendar: (calendarId) => calendarId,
  ...viewerTime('UTC', now),
});

/** Compares the app's clocks, slots and explanations of an issue with what its history says. */
export function identityCheck(jira: Jira, configuration: Configuration, now: Instant) {
  const admin = jira.as(adminAccount);
  const calendars = workingTimes(configuration);
  const names = namesAt(now);

  return (id: string, record: ClockRecord | undefined): Verdict => {
    const { issue, facts } = historyOf(admin, id, trackedFields(configuration));
    const clocks = clocksOf(facts, configuration, now);
    const priorityId = String((issue.fields.priority as { id?: unknown } | null)?.id ?? '') || null;
    const verdict = { issueId: id, issueKey: issue.key, clocks, priorityId };
    if (!record) return { ...verdict, differences: ['the app does not follow it'] };

    const own = clocksOf(record.facts, configuration, now);
    const slots = slotsIn(admin, id);
    const differences = configuration.definitions.flatMap((definition, i) => {
      const clock = clocks[i] as Clock;
      const slot = slots[String(definition.slot)];
      const { cycles } = explain({ facts, definition, clock, calendars, now, names });
      const adds = cycles.every(({ sentences, elapsed }) => sum(sentences.map((told) => told.elapsed)) === elapsed);
      return [
        ...(JSON.stringify(clock) === JSON.stringify(own[i]) ? [] : [`${definition.name}: the clock`]),
        ...(slot && sameSlots({ slot }, { slot: slotOf(clock) }) ? [] : [`${definition.name}: the issue property`]),
        ...(adds ? [] : [`${definition.name}: the sum of the sentences`]),
      ];
    });
    return { ...verdict, differences };
  };
}

/** An issue with its facts as its history and its comments tell them now. */
function historyOf(admin: Client, id: string, tracked: readonly string[]): { issue: JiraIssue; facts: Facts } {
  const fields = ['project', 'created', 'creator', 'updated', 'assignee', ...tracked].join();
  const issue = admin.get<JiraIssue>(`/rest/api/3/issue/${id}?fields=${fields}`);
  const { issueChangeLogs } = admin.post<{ issueChangeLogs: readonly { changeHistories: readonly JiraHistory[] }[] }>(
    '/rest/api/3/changelog/bulkfetch',
    { issueIdsOrKeys: [id], fieldIds: tracked, maxResults: 1_000 },
  );
  const histories = issueChangeLogs.flatMap(({ changeHistories }) => changeHistories);
  const { comments } = admin.get<{ comments: readonly JiraComment[] }>(
    `/rest/api/3/issue/${id}/comment?maxResults=5000`,
  );
  const facts = fromHistory(readingOf(issue, tracked), changesOf(histories, tracked), comments.map(commentOf));
  return { issue, facts };
}

function slotsIn(admin: Client, id: string): ClockRecord['published']['slots'] {
  const path = `/rest/api/3/issue/${id}/properties/${slotsProperty}`;
  return admin.get<{ value: { slots: ClockRecord['published']['slots'] } }>(path).value.slots;
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
