import type { PriorityStanding } from '@fettle/sla/domain/priority-standing';
import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { priorityTexts } from './priority-texts';

/** What Jira calls priorities and grades, and whether the viewer may edit the issue. */
export interface PriorityWords {
  readonly priority: (id: string | null) => string;
  readonly impact: string;
  readonly urgency: string;
  readonly mayEdit: boolean;
}

interface Read {
  readonly priorities: ReadonlyMap<string, string>;
  readonly impact?: string | undefined;
  readonly urgency?: string | undefined;
  readonly mayEdit: boolean;
}

/** Asks Jira as the viewer, whenever the standing differs; undefined until it has answered. */
export function usePriorityWords(issueId: string, standing: PriorityStanding): PriorityWords | undefined {
  const [read, setRead] = useState<Read>();
  const occasion = JSON.stringify(standing);
  useEffect(() => {
    let shown = true;
    void readWords(issueId, JSON.parse(occasion)).then((found) => shown && setRead(found));
    return () => {
      shown = false;
    };
  }, [issueId, occasion]);
  return (
    read && {
      priority: (id) => read.priorities.get(id ?? '') ?? priorityTexts.anotherPriority,
      impact: read.impact ?? priorityTexts.empty,
      urgency: read.urgency ?? priorityTexts.empty,
      mayEdit: read.mayEdit,
    }
  );
}

async function readWords(issueId: string, { impact, urgency }: PriorityStanding): Promise<Read> {
  const id = encodeURIComponent(issueId);
  const fields = [impact.field, urgency.field].map(encodeURIComponent).join();
  const [priorities, issue, permissions] = await Promise.all([
    answerOf<readonly { readonly id: string; readonly name: string }[]>('/rest/api/3/priority'),
    answerOf<Graded>(`/rest/api/3/issue/${id}?fields=${fields}`),
    answerOf<Granted>(`/rest/api/3/mypermissions?issueId=${id}&permissions=EDIT_ISSUES`),
  ]);
  const known = Array.isArray(priorities) ? priorities : [];
  return {
    priorities: new Map(known.map((priority) => [priority.id, priority.name])),
    impact: issue?.fields?.[impact.field]?.value,
    urgency: issue?.fields?.[urgency.field]?.value,
    mayEdit: permissions?.permissions?.EDIT_ISSUES?.havePermission === true,
  };
}

interface Graded {
  readonly fields?: Readonly<Record<string, { readonly value?: string } | null>>;
}

interface Granted {
  readonly permissions?: Readonly<Record<string, { readonly havePermission: boolean }>>;
}

/** Undefined where Jira does not answer: then nothing is called by name. */
async function answerOf<Answer>(path: string): Promise<Answer | undefined> {
  try {
    const answer = await requestJira(path);
    return answer.ok ? ((await answer.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}
