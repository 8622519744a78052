/** The system fields on Jira's own default screen, as far as they are simulated. */
export const defaultScreenFields: readonly string[] = [
  'summary',
  'issuetype',
  'priority',
  'duedate',
  'assignee',
  'reporter',
  'components',
  'description',
  'labels',
];

export const DEFAULT_SCREEN = 'Default Screen';
export const RESOLVE_SCREEN = 'Resolve Issue Screen';
