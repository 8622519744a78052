import type { Grade, PriorityStanding } from '@fettle/sla/domain/priority-standing';
import { useEffect, useState } from 'react';
import { askJira, ifAnswered } from '../jira/ask-jira';
import { priorityTexts } from './priority-texts';

/** What Jira calls priorities and grades, and whether the viewer may edit the issue. */
export interface PriorityWords {
  readonly priority: (id: string | null) => string;
  readonly impact: string;
  readonly urgency: string;
  readonly mayEdit: boolean;
  /** Why no level follows from a grade now, beside its being empty. */
  readonly lacks: readonly Lack[];
}

export interface Lack {
  readonly kind: 'impact' | 'urgency';
  readonly code: 'unmapped' | 'gone' | 'unranked';
}

interface Read extends Shown {
  readonly lacks: readonly Lack[];
  readonly priorities: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
}

/** What Jira shows of the grades. */
interface Shown {
  readonly impact: string | undefined;
  readonly urgency: string | undefined;
}

const kinds = ['impact', 'urgency'] as const;

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
      impact: read.impact ?? unshown(standing.impact),
      urgency: read.urgency ?? unshown(standing.urgency),
      mayEdit: read.mayEdit,
    }
  );
}

/** What the app goes by may be more than Jira shows: a field that is gone takes its values along. */
const unshown = ({ value }: Grade): string => (value === null ? priorityTexts.empty : priorityTexts.asItWas);

async function readWords(issueId: string, standing: PriorityStanding): Promise<Read> {
  const { impact, urgency } = standing;
  const id = encodeURIComponent(issueId);
  const fields = [impact.field, urgency.field].map(encodeURIComponent).join();
  const [priorities, issue, permissions] = await Promise.all([
    ifAnswered(askJira<readonly { readonly id: string; readonly name: string }[]>('/rest/api/3/priority')),
    ifAnswered(askJira<Graded>(`/rest/api/3/issue/${id}?fields=${fields}`)),
    ifAnswered(askJira<Granted>(`/rest/api/3/mypermissions?issueId=${id}&permissions=EDIT_ISSUES`)),
  ]);
  const known = Array.isArray(priorities) ? priorities : [];
  const shown = { impact: issue?.fields?.[impact.field]?.value, urgency: issue?.fields?.[urgency.field]?.value };
  return {
    ...shown,
    lacks: await lacksOf(standing, shown),
    priorities: new Map(known.map((priority) => [priority.id, priority.name])),
    mayEdit: permissions?.permissions?.EDIT_ISSUES?.havePermission === true,
  };
}

/** A field that Jira does not list to the viewer is taken for gone; where Jira does not answer, nothing is said. */
async function lacksOf(standing: PriorityStanding, shown: Shown): Promise<readonly Lack[]> {
  if (standing.state !== 'unset' && kinds.every((kind) => shown[kind] !== undefined)) return [];
  const fields = await ifAnswered(askJira<readonly { readonly id: string }[]>('/rest/api/3/field'));
  return kinds.flatMap((kind): readonly Lack[] => {
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
