import { idOf } from '../runners/deployment';

/**
 * What Jira calls a thing that a module of the app declares: its field, its permission.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-permission/ (2026-08)
 */
export const extensionKey = (appId: string, moduleKey: string): string =>
  `ari:cloud:ecosystem::extension/${appId.split('/').at(-1)}/${idOf('environment', appId)}/static/${moduleKey}`;
