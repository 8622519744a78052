import type { Json } from '../json';
import { isArchived } from '../permissions/permissions';
import type { World } from '../world';
import { writeRow } from './change';
import { childrenOf, type Issue, issueOf, issueRow } from './issue';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/ (2026-11) */
export const MOST_AT_ONCE = 1_000;

const problems = {
  issuesNotFound: 'Issue does not exist.',
  issueIsSubtask: 'Sub-tasks go with their parents and cannot be archived or unarchived by themselves.',
  issuesInArchivedProjects: 'Issues of archived projects cannot be archived or unarchived.',
} as const;

type Problem = keyof typeof problems;

export interface Archived {
  readonly issues: number;
  /** Counts and names, by what kept issues from it. */
  readonly errors: Json;
}

function problemOf({ setup }: World, issue: Issue | undefined): Problem | undefined {
  if (!issue) return 'issuesNotFound';
  if (setup.issueTypes.get(issue.row.type_id)?.hierarchyLevel === -1) return 'issueIsSubtask';
  const { state } = setup.projects.get(issue.row.project_id) ?? {};
  return state === 'archived' || state === 'deleted' ? 'issuesInArchivedProjects' : undefined;
}

function write(world: World, issue: Issue, actor: string | undefined): number {
  if (isArchived(issue.row) === (actor !== undefined)) return 0;
  const archived = actor === undefined ? null : world.clock.now();
  writeRow(world, issue, { archived, archived_by: actor ?? null });
  return 1;
}

/**
 * Archives issues and what belongs to them, or takes them out again where nobody archives. No history and no event
 * tells of either. https://support.atlassian.com/jira-software-cloud/docs/archive-an-issue/ (2026-11)
 */
export function archive(world: World, names: readonly string[], actor?: string): Archived {
  const errors: Record<string, { count: number; issueIdsOrKeys: string[]; message: string }> = {};
  let issues = 0;
  for (const name of new Set(names)) {
    const row = issueRow(world, name);
    const issue = row && issueOf(row);
    const problem = problemOf(world, issue);
    if (problem) {
      errors[problem] ??= { count: 0, issueIdsOrKeys: [], message: problems[problem] };
      errors[problem].count += 1;
      errors[problem].issueIdsOrKeys.push(name);
    } else if (issue) {
      issues += write(world, issue, actor);
      for (const child of childrenOf(world, issue.row.id).map(issueOf)) write(world, child, actor);
    }
  }
  return { issues, errors };
}
