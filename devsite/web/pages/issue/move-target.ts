import type { Project } from '../issues/issue-search';
import { jira } from '../ui/ask';
import type { Issue } from './issue';

interface TargetStatus {
  readonly id: string;
  readonly name: string;
}

/** A type of a project to which an issue can move, with the statuses of its workflow. */
export interface TargetType {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
  readonly statuses: readonly TargetStatus[];
}

/** Where an issue is to go. */
export interface Target {
  readonly project: Project;
  readonly type: TargetType;
  /** What its status becomes; undefined where its own is known there. */
  readonly statusId: string | undefined;
}

/** The projects in which the person may create issues. */
export const targetProjects = async (): Promise<readonly Project[]> =>
  (await jira<{ values: readonly Project[] }>('GET', '/project/search?action=create&maxResults=100')).values;

export const targetTypes = async (projectKey: string): Promise<readonly TargetType[]> =>
  (await jira<readonly TargetType[]>('GET', `/project/${projectKey}/statuses`)).filter(({ subtask }) => !subtask);

/** Whether the workflow there knows the issue's status. */
export const keepsStatus = ({ fields: { status } }: Issue, { statuses }: TargetType): boolean =>
  statuses.some(({ id }) => id === status.id);

/** Moves an issue; answers the id of the task that does it. */
export async function moveTo(issue: Issue, { project, type, statusId }: Target): Promise<string> {
  const statuses = statusId === undefined ? [] : [{ statuses: { [statusId]: [issue.fields.status.id] } }];
  const { taskId } = await jira<{ taskId: string }>('POST', '/bulk/issues/move', {
    sendBulkNotification: true,
    targetToSourcesMapping: {
      [`${project.key},${type.id}`]: {
        issueIdsOrKeys: [issue.key],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: statusId === undefined,
        inferSubtaskTypeDefault: true,
        targetStatus: statuses,
      },
    },
  });
  return taskId;
}
