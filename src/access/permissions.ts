/**
 * Who may do what, as the Jira permission that decides it. Jira's own schemes stay the one place where an organisation
 * grants rights.
 */
export const permissions = {
  'service-level.view': { of: 'issue', jira: 'BROWSE_PROJECTS' },
  /** To say why a priority was overridden, or to take it back, is to edit the issue. */
  'priority.override': { of: 'issue', jira: 'EDIT_ISSUES' },
  'configuration.edit': { of: 'site', jira: 'ADMINISTER' },
  /**
   * What is measured, and by which calendars, is no secret to whoever works in some project; issues are read by their own
   * rights. A customer of a portal works in none.
   */
  'service-level.overview': { of: 'some-project', jira: 'BROWSE_PROJECTS' },
} as const satisfies Readonly<
  Record<string, { readonly of: 'issue' | 'site' | 'some-project'; readonly jira: string }>
>;

export type Permission = keyof typeof permissions;
