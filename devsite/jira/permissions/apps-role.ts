/** The role that every app has in every project. */
export const APPS_ROLE = 10_001;
export const APPS_ROLE_NAME = 'atlassian-addons-project-access';
