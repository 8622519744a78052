import { phrase } from '../../kernel/names';
import type { Choices } from './choices';
import { isOurs } from './matching';
import type { Note, PlanItem, Reason } from './plan';
import type { ProjectReading, SiteReading } from './reading';
import { wantedProject } from './wish';

/** Ids of what the things of the plan are, as far as they are there: `type:incident` to an issue type's. */
export type Targets = ReadonlyMap<string, string>;

export const targetsOf = (items: readonly PlanItem[]): Targets =>
  new Map(items.flatMap(({ id, target }) => (target ? [[id, target.id] as const] : [])));

/** The issue types by which a project's incidents are known: the one of the plan, or its own by the same name. */
export function incidentTypesOf(
  project: ProjectReading,
  targets: Targets,
  { issueTypes }: SiteReading,
): readonly string[] {
  const common = targets.get('type:incident');
  const own = issueTypes.filter(
    ({ projectId, name, isSubtask }) => projectId === project.id && !isSubtask && name.toLowerCase() === 'incident',
  );
  return [...project.issueTypeIds.filter((id) => id === common), ...own.map(({ id }) => id)];
}

const madeProject = ({ projects }: SiteReading): ProjectReading | undefined => projects.find(isOurs);

/** A project of ours, if one is wanted, and every project there is. */
export function projectItems(reading: SiteReading, things: readonly PlanItem[], choices: Choices): readonly PlanItem[] {
  const targets = targetsOf(things);
  const others = reading.projects.filter((project) => !isOurs(project));
  return [
    newProject(reading, others, things, choices),
    ...others.map((each) => existing(each, reading, targets, choices)),
  ];
}

function newProject(
  reading: SiteReading,
  others: readonly ProjectReading[],
  things: readonly PlanItem[],
  { items, project: wish }: Choices,
): PlanItem {
  const made = madeProject(reading);
  const { name, key } = { ...wantedProject, ...wish };
  const base = { id: 'project:new', group: 'new-project', name: phrase`${name} (${key})`, notes: [] } as const;
  if (made)
    return {
      ...base,
      name: `${made.name} (${made.key})`,
      verdict: 'made',
      target: made,
      reason: { code: 'made-before' },
      offers: [],
    };

  const targets = targetsOf(things);
  const hasDesk = others.some((project) => incidentTypesOf(project, targets, reading).length > 0);
  const chosen = items['project:new'];
  const verdict = chosen === 'create' || chosen === 'leave' ? chosen : hasDesk ? 'leave' : 'create';
  const offers = (['create', 'leave'] as const).map((choice) => ({ choice, reason: { code: 'chosen' } as const }));
  const hindered = verdict === 'create' ? hindranceOf(key, others, things) : undefined;
  const reason = hindered ?? newReason(chosen, hasDesk);
  const final = hindered ? 'leave' : verdict;
  const isWithoutRule = final === 'create' && reading.ruleKey === undefined;
  return { ...base, verdict: final, reason, offers, notes: isWithoutRule ? [{ code: 'no-rule' }] : [] };
}

/** Why the project cannot be made as it is wanted. */
function hindranceOf(key: string, others: readonly ProjectReading[], things: readonly PlanItem[]): Reason | undefined {
  if (others.some((project) => project.key === key)) return { code: 'key-taken', of: key };
  const types = things.filter(({ group }) => group === 'issue-types');
  return types.every(({ verdict }) => verdict === 'leave') ? { code: 'no-types-left' } : undefined;
}

function newReason(chosen: string | undefined, hasDesk: boolean): Reason {
  if (chosen) return { code: 'chosen' };
  return { code: hasDesk ? 'site-has-a-desk' : 'site-has-no-desk' };
}

function existing(project: ProjectReading, reading: SiteReading, targets: Targets, { items }: Choices): PlanItem {
  const id = `project:${project.id}`;
  const base = { id, group: 'projects', name: phrase`${project.name} (${project.key})`, target: project } as const;
  const has = incidentTypesOf(project, targets, reading).length > 0;
  if (project.style === 'team-managed') return teamManaged(base, has, items[id]);

  const extends_ = items[id] === 'extend';
  const leaves = items[id] === 'leave' || !(has || extends_);
  const offers = [
    ...(has ? [{ choice: `adopt:${project.id}`, reason: { code: 'has-incidents' } as const }] : []),
    { choice: 'extend', reason: { code: 'chosen' } as const },
    { choice: 'leave', reason: { code: 'chosen' } as const },
  ];
  return {
    ...base,
    verdict: leaves ? 'leave' : 'adopt',
    reason: { code: items[id] ? 'chosen' : has ? 'has-incidents' : 'no-incidents' },
    offers,
    notes: leaves ? [] : notesOf(project, extends_),
  };
}

type Base = Pick<PlanItem, 'id' | 'group' | 'name'> & { readonly target: ProjectReading };

const teamManaged = (base: Base, has: boolean, chosen: string | undefined): PlanItem => ({
  ...base,
  verdict: has && chosen !== 'leave' ? 'adopt' : 'leave',
  reason: { code: chosen === 'leave' ? 'chosen' : has ? 'has-incidents' : 'team-managed' },
  offers: has
    ? [
        { choice: `adopt:${base.target.id}`, reason: { code: 'has-incidents' } },
        { choice: 'leave', reason: { code: 'chosen' } },
      ]
    : [],
  notes: [{ code: 'no-priority-matrix' }, { code: 'no-workflow' }, { code: 'no-screens' }],
});

function notesOf(
  { issueTypeScheme, screenIds, screensSharedBy = 1 }: ProjectReading,
  extended: boolean,
): readonly Note[] {
  if (!screenIds) return [{ code: 'not-looked-into' }];
  const onScreens = screensSharedBy - 1;
  const inScheme = (issueTypeScheme?.sharedBy ?? 1) - 1;
  return [
    { code: 'fields-on-screens', count: screenIds.length },
    ...(onScreens > 0 ? [{ code: 'screen-is-shared', count: onScreens } as const] : []),
    ...(extended ? [{ code: 'types-in-scheme' } as const] : []),
    ...(extended && inScheme > 0 ? [{ code: 'scheme-is-shared', count: inScheme } as const] : []),
  ];
}
