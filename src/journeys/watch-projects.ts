import * as v from 'valibot';
import type { Records } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { IssueId, StoredInstant } from '../kernel/shapes';
import { instant, toIso } from '../kernel/time';
import { clockEntity, clockKey } from '../sla/clock-entity';
import type { Following } from './following';
import { type IntakeQueue, startIntake } from './intake';

/** The KVS key of the projects that have clocks. */
export const projectsKey = 'projects';

/** Project id to some of its issues, and since when Jira has shown the app none of them. */
const Projects = v.record(v.string(), v.object({ issues: v.array(IssueId), hiddenSince: v.optional(StoredInstant) }));
type Projects = v.InferOutput<typeof Projects>;

/** The projects are sighted anew where it cannot be read. */
export const projectsSetting = defineSetting({ key: projectsKey, shape: Projects, instead: () => undefined });

/** As many issues stand for a project: one may have been deleted or closed to the app by itself. */
const mostIssues = 3;

/** As many projects are watched: a value of the store takes 240 KiB. */
const mostProjects = 2_000;

/** Jira takes so many issues at a time. */
const perAsk = 100;

const readProjects = async ({ setting }: Pick<Records, 'setting'>): Promise<Projects> =>
  (await setting(projectsSetting)) ?? {};

/** Since when Jira has shown the app nothing of a project; undefined where it does. */
export const hiddenSince = async (projectId: string, records: Pick<Records, 'setting'>): Promise<string | undefined> =>
  (await readProjects(records))[projectId]?.hiddenSince;

/** The projects of which Jira has shown the app nothing, and since when, the first of them first. */
export async function hiddenProjects(records: Pick<Records, 'setting'>): Promise<readonly Hidden[]> {
  const hidden = Object.entries(await readProjects(records)).flatMap(([projectId, { hiddenSince: since }]) =>
    since === undefined ? [] : [{ projectId, since }],
  );
  return hidden.sort((a, b) => a.since.localeCompare(b.since) || a.projectId.localeCompare(b.projectId));
}

interface Hidden {
  readonly projectId: string;
  readonly since: string;
}

/** Remembers of which projects issues were seen, so that it is noticed when the app is kept out of one. */
export async function sighted(
  issues: readonly { readonly id: string; readonly projectId: string }[],
  { records }: Pick<Following, 'records'>,
): Promise<void> {
  const projects = await readProjects(records);
  const fresh: Projects = {};
  for (const { id, projectId } of issues) {
    const known = fresh[projectId] ?? projects[projectId] ?? { issues: [] };
    if (known.issues.length < mostIssues && !known.issues.includes(id))
      fresh[projectId] = { ...known, issues: [...known.issues, id] };
  }
  const room = Math.max(0, mostProjects - Object.keys(projects).length);
  const isKnown = ([id]: readonly [string, unknown]) => Object.hasOwn(projects, id);
  const [known, others] = [Object.entries(fresh).filter(isKnown), Object.entries(fresh).filter((one) => !isKnown(one))];
  const kept = [...known, ...others.slice(0, room)];
  if (kept.length) await records.putSetting(projectsSetting, { ...projects, ...Object.fromEntries(kept) });
}

/**
 * Looks whether Jira still shows the app the projects that have clocks: an admin's app access rule may keep it out, and
 * then no event tells of it. A project that is open again is read anew from when it was closed. Those are not asked for of
 * which Jira has just shown issues.
 */
export async function watchProjects(
  world: Following & { readonly intakeQueue: IntakeQueue },
  shown: ReadonlySet<string> = new Set(),
): Promise<void> {
  const before = await readProjects(world.records);
  const seen = await visibleOf(before, shown, world);
  const after: Projects = {};
  for (const [id, project] of Object.entries(before)) after[id] = await lookedAt(project, seen, world);
  const opened = Object.keys(before).flatMap((id) => (after[id]?.hiddenSince ? [] : (before[id]?.hiddenSince ?? [])));
  const [first] = opened.sort();
  if (first) await startIntake(world, { since: instant(first) });
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const now = await readProjects(world.records);
  const joined = { ...now, ...joinedBy(now, before, after) };
  if (JSON.stringify(joined) !== JSON.stringify(now)) await world.records.putSetting(projectsSetting, joined);
}

/** What was found of each project, with the issues that were sighted meanwhile. */
function joinedBy(now: Projects, before: Projects, after: Projects): Projects {
  const joined = Object.entries(after).map(([id, project]) => {
    const fresh = (now[id]?.issues ?? []).filter((issue) => !before[id]?.issues.includes(issue));
    return [id, { ...project, issues: [...project.issues, ...fresh].slice(0, mostIssues) }] as const;
  });
  return Object.fromEntries(joined);
}

/** Where all that stood for it were deleted, a project is as it was until another of its issues is sighted. */
async function lookedAt(
  { issues, hiddenSince: since }: Projects[string],
  seen: ReadonlySet<string>,
  world: Following,
): Promise<Projects[string]> {
  if (issues.some((issue) => seen.has(issue))) return { issues };
  const left = await stillFollowed(issues, world);
  const hidden = left.length ? (since ?? toIso(world.now())) : since;
  return { issues: left, ...(hidden !== undefined && { hiddenSince: hidden }) };
}

/** One issue of each project is asked for, the others only of projects whose first is not shown. */
async function visibleOf(
  projects: Projects,
  shown: ReadonlySet<string>,
  world: Following,
): Promise<ReadonlySet<string>> {
  const known = Object.entries(projects).flatMap(([id, { issues }]) => (shown.has(id) ? issues : []));
  const all = Object.entries(projects).flatMap(([id, { issues }]) => (shown.has(id) ? [] : [issues]));
  const firsts = all.flatMap(([first]) => first ?? []);
  const seen = new Set([...known, ...(await asked(firsts, world))]);
  const others = all.flatMap(([first, ...rest]) => (first && !seen.has(first) ? rest : []));
  for (const id of await asked(others, world)) seen.add(id);
  return seen;
}

async function asked(ids: readonly string[], { tracker }: Following): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let i = 0; i < ids.length; i += perAsk) {
    const some = ids.slice(i, i + perAsk);
    seen.push(...((await tracker.showsAll(some)) ? some : await tracker.visible(some)));
  }
  return seen;
}

/** An issue that was deleted is followed no more. */
async function stillFollowed(issues: readonly string[], { records }: Following): Promise<string[]> {
  const rows = await records.findAll(clockEntity, issues.map(clockKey));
  return issues.filter((_, i) => rows[i]);
}
