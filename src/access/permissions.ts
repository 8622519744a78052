/**
 * Who may do what, as the Jira permission that decides it. Jira's own schemes stay the one place where an organisation
 * grants rights.
 */
export const permissions = {
  'service-level.view': 'BROWSE_PROJECTS',
} as const satisfies Readonly<Record<string, string>>;

export type Permission = keyof typeof permissions;
