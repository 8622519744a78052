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
  /** Why no level follows from a grade, beside its being empty. */
  readonly lacks: readonly Lack[];
}

export interface Lack {
  readonly kind: 'impact' | 'urgency';
  readonly code: 'unmapped' | 'gone' | 'unranked';
}

interface Read {
  readonly lacks: readonly Lack[];
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
      priority: (id) => (id === null ? priorityTexts.none : (read.priorities.get(id) ?? priorityTexts.anotherPriority)),
      lacks: read.lacks,
      impact: read.impact ?? priorityTexts.empty,
      urgency: read.urgency ?? priorityTexts.empty,
      mayEdit: read.mayEdit,
    }
  );
}

async function readWords(issueId: string, standing: PriorityStanding): Promise<Read> {
  const { impact, urgency } = standing;
  const id = encodeURIComponent(issueId);
  const fields = [impact.field, urgency.field].map(encodeURIComponent).join();
  const [priorities, issue, permissions, lacks] = await Promise.all([
    answerOf<readonly { readonly id: string; readonly name: string }[]>('/rest/api/3/priority'),
    answerOf<Graded>(`/rest/api/3/issue/${id}?fields=${fields}`),
    answerOf<Granted>(`/rest/api/3/mypermissions?issueId=${id}&permissions=EDIT_ISSUES`),
    standing.state === 'unset' ? lacksOf(standing) : [],
  ]);
  const known = Array.isArray(priorities) ? priorities : [];
  return {
    lacks,
    priorities: new Map(known.map((priority) => [priority.id, priority.name])),
    impact: issue?.fields?.[impact.field]?.value,
    urgency: issue?.fields?.[urgency.field]?.value,
    mayEdit: permissions?.permissions?.EDIT_ISSUES?.havePermission === true,
  };
}

/** A field that Jira does not list to the viewer is taken for gone; where Jira does not answer, nothing is said. */
async function lacksOf(standing: Extract<PriorityStanding, { state: 'unset' }>): Promise<readonly Lack[]> {
  const fields = await answerOf<readonly { readonly id: string }[]>('/rest/api/3/field');
  return (['impact', 'urgency'] as const).flatMap((kind): readonly Lack[] => {
    const { field, unranked } = standing[kind];
    if (field === '') return [{ kind, code: 'unmapped' }];
    if (Array.isArray(fields) && !fields.some(({ id }) => id === field)) return [{ kind, code: 'gone' }];
    return unranked ? [{ kind, code: 'unranked' }] : [];
  });
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
