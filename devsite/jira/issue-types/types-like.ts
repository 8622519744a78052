import type { IssueType, Project } from '../configuration/setup';
import { workflowOf } from '../workflows/workflow-of';
import type { World } from '../world';

/** The types that an issue could change to without another workflow. */
export function typesLike({ setup }: World, project: Project, type: IssueType): readonly IssueType[] {
  const workflow = workflowOf(setup, project, type.id);
  return project.issueTypeIds
    .flatMap((id) => setup.issueTypes.get(id) ?? [])
    .filter((each) => each.hierarchyLevel === type.hierarchyLevel && workflowOf(setup, project, each.id) === workflow);
}
