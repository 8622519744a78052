/**
 * Who may do what, as the Jira permission that decides it. Jira's own schemes stay the one place where an organisation
 * grants rights.
 */
export const permissions = {
  'service-level.view': { of: 'issue', jira: 'BROWSE_PROJECTS' },
  'configuration.edit': { of: 'site', jira: 'ADMINISTER' },
} as const satisfies Readonly<Record<string, { readonly of: 'issue' | 'site'; readonly jira: string }>>;

export type Permission = keyof typeof permissions;
