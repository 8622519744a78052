/**
 * Who may do what, as the Jira permission that decides it. Jira's own schemes stay the one place where an organisation
 * grants rights.
 */
export const permissions = {
  'service-level.view': { of: 'issue', jira: 'BROWSE_PROJECTS' },
  /** To say why a priority was overridden, or to take it back, is to edit the issue. */
  'priority.override': { of: 'issue', jira: 'EDIT_ISSUES' },
  'configuration.edit': { of: 'site', jira: 'ADMINISTER' },
  /** What is measured, and by which calendars, is no secret to whoever may use the app; issues are read by their own rights. */
  'service-level.overview': { of: 'everyone' },
} as const satisfies Readonly<
  Record<string, { readonly of: 'issue' | 'site'; readonly jira: string } | { readonly of: 'everyone' }>
>;

export type Permission = keyof typeof permissions;
