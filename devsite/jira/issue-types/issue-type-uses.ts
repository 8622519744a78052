import type { IssueType, Project, Setup } from '../configuration/setup';
import { screenOf } from '../screens/screens-of';
import { workflowOf } from '../workflows/workflow-of';
import type { World } from '../world';

export const projectsWith = ({ projects }: Setup, typeId: number): readonly Project[] =>
  [...projects.values()].filter(({ issueTypeIds }) => issueTypeIds.includes(typeId));

/** Whether any issue is of the type, in one of the projects where some are given. */
export function isUsed({ database }: World, typeId: number, projectIds?: readonly number[]): boolean {
  const wanted = projectIds && JSON.stringify(projectIds);
  return (
    database
      .sql(
        `SELECT 1 FROM jira_issue WHERE type_id = ?
        AND (? IS NULL OR project_id IN (SELECT value FROM json_each(?))) LIMIT 1`,
      )
      .get(typeId, wanted ?? null, wanted ?? '[]') !== undefined
  );
}

const worksAlike = (setup: Setup, project: Project, one: number, other: number): boolean =>
  workflowOf(setup, project, one) === workflowOf(setup, project, other) &&
  (['create', 'edit', 'view'] as const).every(
    (operation) => screenOf(setup, project, one, operation) === screenOf(setup, project, other, operation),
  );

/** The types that can stand for another: of its level and scope, with its workflow and screens wherever it is. */
export function alternativesOf({ setup }: World, type: IssueType): readonly IssueType[] {
  const projects = projectsWith(setup, type.id);
  return [...setup.issueTypes.values()].filter(
    (other) =>
      other.id !== type.id &&
      other.hierarchyLevel === type.hierarchyLevel &&
      other.scopeProjectId === type.scopeProjectId &&
      projects.every((project) => worksAlike(setup, project, type.id, other.id)),
  );
}
