import type { CalendarInUse } from '@fettle/calendar/contract';
import { firstMatches, goalCountQueries } from '@fettle/sla/domain/goal-counts';
import { useEffect, useState } from 'react';
import { countIssues, ifAnswered } from '../../jira/ask-jira';
import { ask, type Output } from '../../rpc/rpc';
import { openIn } from '../../sla/open-in-jql';

type Told = Output<'definitions'>;

/** How many clocks that are open now count by a calendar, as Jira's index knows them; undefined while that is not known. */
export function useOpenClocks(row: CalendarInUse | undefined): number | undefined {
  const [count, setCount] = useState<number>();
  const id = row?.usedBy.length ? row.calendar.id : undefined;
  useEffect(() => {
    let isGone = false;
    if (id !== undefined) void openClocksOf(id).then((found) => !isGone && setCount(found));
    return () => {
      isGone = true;
    };
  }, [id]);
  return count;
}

async function openClocksOf(calendarId: string): Promise<number | undefined> {
  const reply = await ask('definitions', {}).catch(() => undefined);
  if (!reply?.ok) return undefined;
  const { definitions } = reply.value;
  const using = definitions.filter(({ draft }) => draft.goals.some((goal) => goal.calendarId === calendarId));
  const counts = await Promise.all(using.map((definition) => openOf(definition, calendarId, reply.value)));
  return counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
}

async function openOf(
  { slot, draft }: Told['definitions'][number],
  calendarId: string,
  { incidentTypes }: Told,
): Promise<number | undefined> {
  const counts = await Promise.all(
    goalCountQueries(draft, incidentTypes).map((jql) => ifAnswered(countIssues(`${jql} AND ${openIn(slot)}`))),
  );
  const known = counts.filter((count) => count !== undefined);
  if (known.length < counts.length) return undefined;
  return firstMatches(known).reduce(
    (sum, count, i) => (draft.goals[i]?.calendarId === calendarId ? sum + count : sum),
    0,
  );
}
