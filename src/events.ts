export { onIssueChanged } from './forge/triggers/on-issue-changed';
export { onIssueDeleted } from './forge/triggers/on-issue-deleted';
