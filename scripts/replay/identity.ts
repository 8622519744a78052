import type { Jira } from '../../devsite/jira/jira';
import type { JiraComment, JiraHistory, JiraIssue } from '../../src/forge/jira';
import { changesOf, commentOf, readingOf } from '../../src/forge/jira-words';
import { type Configuration, trackedFields, workingTimes } from '../../src/journeys/configuration';
import { clocksOf } from '../../src/journeys/follow-incident';
import type { Instant } from '../../src/kernel/time';
import type { ClockRecord } from '../../src/sla/clock-entity';
import type { Clock } from '../../src/sla/domain/clock';
import { explain } from '../../src/sla/domain/explain';
import type { Facts } from '../../src/sla/domain/facts';
import { fromHistory } from '../../src/sla/domain/facts-merge';
import { sameSlot, slotOf } from '../../src/sla/domain/slot';
import { slotsProperty } from '../../src/sla/slot-aliases';
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

/** Reads what history says of issues, and compares the app's clocks, slots and explanations with it. */
export function identityCheck(jira: Jira, configuration: Configuration, now: Instant) {
  const admin = jira.as(adminAccount);
  const tracked = trackedFields(configuration);
  const calendars = workingTimes(configuration);

  const factsOf = (id: string): { issue: JiraIssue; facts: Facts } => {
    const fields = ['project', 'created', 'creator', 'updated', 'assignee', ...tracked].join();
    const issue = admin.get<JiraIssue>(`/rest/api/3/issue/${id}?fields=${fields}`);
    const changes = changesOf(historiesOf(id), tracked);
    const { comments } = admin.get<{ comments: readonly JiraComment[] }>(
      `/rest/api/3/issue/${id}/comment?maxResults=5000`,
    );
    return { issue, facts: fromHistory(readingOf(issue, tracked), changes, comments.map(commentOf)) };
  };

  const historiesOf = (id: string): readonly JiraHistory[] => {
    const ask = { issueIdsOrKeys: [id], fieldIds: tracked, maxResults: 1_000 };
    const { issueChangeLogs } = admin.post<{ issueChangeLogs: readonly { changeHistories: readonly JiraHistory[] }[] }>(
      '/rest/api/3/changelog/bulkfetch',
      ask,
    );
    return issueChangeLogs.flatMap(({ changeHistories }) => changeHistories);
  };

  return (id: string, record: ClockRecord | undefined): Verdict => {
    const { issue, facts } = factsOf(id);
    const clocks = clocksOf(facts, configuration, now);
    const priorityId = String((issue.fields.priority as { id?: unknown } | null)?.id ?? '') || null;
    const verdict = { issueId: id, issueKey: issue.key, clocks, priorityId };
    if (!record) return { ...verdict, differences: ['the app does not follow it'] };

    const own = clocksOf(record.facts, configuration, now);
    const slots = admin.get<{ value: { slots: ClockRecord['published']['slots'] } }>(
      `/rest/api/3/issue/${id}/properties/${slotsProperty}`,
    ).value.slots;
    const differences = clocks.flatMap((clock, i) => {
      const definition = configuration.definitions[i] as Configuration['definitions'][number];
      const slot = slots[String(definition.slot)];
      const { sentences } = explain({ facts, definition, clock, calendars, now });
      return [
        JSON.stringify(clock) === JSON.stringify(own[i]) ? [] : `${definition.name}: the clock`,
        slot && sameSlot(slot, slotOf(clock)) ? [] : `${definition.name}: the issue property`,
        sum(sentences.map(({ elapsed }) => elapsed)) === sum(clock.cycles.map(({ elapsed }) => elapsed))
          ? []
          : `${definition.name}: the sum of the sentences`,
      ].flat();
    });
    return { ...verdict, differences };
  };
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
