import { isOurs } from './matching';
import type { SiteReading } from './reading';
import type { WorkflowDraft } from './step';
import { marked, type WantedStatus, wantedMoves, wantedProject, wantedStatuses } from './wish';

interface StatusTargets {
  /** Wanted id to the site's status. */
  readonly ids: ReadonlyMap<WantedStatus['id'], string>;
  /** Those to be made, by the name they get. */
  readonly absent: readonly Pick<WantedStatus, 'name' | 'text' | 'category'>[];
}

/** The site's statuses by the workflow's names; one that means another category is left alone, and ours gets another name. */
export function statusTargets({ statuses }: SiteReading): StatusTargets {
  const common = statuses.filter(({ projectId }) => projectId === undefined);
  const called = (name: string) => common.find((status) => status.name.toLowerCase() === name.toLowerCase());
  const found = wantedStatuses.map((wanted) => {
    const same = called(wanted.name);
    const fits = same?.category === wanted.category || (same && isOurs(same));
    const other = called(wanted.otherName);
    const name = same ? wanted.otherName : wanted.name;
    return { wanted, status: fits ? same : other, name };
  });
  return {
    ids: new Map(found.flatMap(({ wanted, status }) => (status ? [[wanted.id, status.id] as const] : []))),
    absent: found
      .filter(({ status }) => !status)
      .map(({ wanted: { text, category }, name }) => ({ name, text, category })),
  };
}

/** Any UUIDs that stay the same from run to run. */
const reference = (place: number): string => `5f0e1000-0000-4000-8000-${String(place + 1).padStart(12, '0')}`;

export function workflowDraft(
  { statuses, ruleKey, resolutionId }: SiteReading,
  ids: ReadonlyMap<WantedStatus['id'], string>,
  pendingReason: string | undefined,
): WorkflowDraft {
  const references = new Map(wantedStatuses.map(({ id }, place) => [id, reference(place)]));
  const referenceOf = (id: WantedStatus['id']) => references.get(id) ?? '';
  return {
    name: wantedProject.workflow,
    description: marked(wantedProject.text),
    statuses: wantedStatuses.map((wanted) => {
      const id = ids.get(wanted.id) ?? '';
      const { name, description } = statuses.find((status) => status.id === id) ?? { ...wanted, description: '' };
      return { id, name, description, category: wanted.category, reference: referenceOf(wanted.id) };
    }),
    moves: wantedMoves.map(({ id, name, from, to, demands, resolution }, place) => ({
      id,
      name,
      from: from.map(referenceOf),
      to: referenceOf(to),
      ...(resolution === 'cleared' && { resolution: null }),
      ...(resolution === 'set' && resolutionId !== undefined && { resolution: resolutionId }),
      ...(demands &&
        pendingReason !== undefined &&
        ruleKey !== undefined && {
          demands: { fieldId: pendingReason, rule: ruleKey, ruleId: reference(100 + place) },
        }),
    })),
  };
}
