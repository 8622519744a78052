import type { AppModule, ShownApp } from './shown-app';

/** A project, as far as its pages' addresses depend on it. */
export interface AddressedProject {
  readonly key: string;
  readonly projectTypeKey: string;
  readonly style?: string;
}

/** Which of the app's pages an address names. */
export interface NamedPage {
  readonly type: string;
  readonly use?: AppModule['use'];
  readonly projectKey?: string;
  /** The page's own address, without what lies within the page. */
  readonly base: string;
}

const app = '(?<app>[^/]+)/(?<environment>[^/]+)';
const project = '/jira/(?:software|core|servicedesk)/(?:c/)?projects/(?<project>[^/]+)';

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/index-jira/ (Aug 2026), each module's page. */
const shapes: readonly (readonly [type: string, shape: RegExp, use?: AppModule['use']])[] = [
  ['jira:adminPage', new RegExp(`^/jira/settings/apps/configure/${app}`), 'config'],
  ['jira:adminPage', new RegExp(`^/jira/settings/apps/get-started/${app}`), 'get-started'],
  ['jira:adminPage', new RegExp(`^/jira/settings/apps/${app}`)],
  ['jira:globalPage', new RegExp(`^/jira/apps/${app}`)],
  ['jira:projectSettingsPage', new RegExp(`^${project}/settings/apps/${app}`)],
  ['jira:projectPage', new RegExp(`^${project}/apps/${app}`)],
];

/** The page of an app that a path names; undefined when it names none. */
export function namedPage(path: string): NamedPage | undefined {
  for (const [type, shape, use] of shapes) {
    const found = shape.exec(path);
    const projectKey = found?.groups?.project;
    if (found) return { type, base: found[0], ...(use && { use }), ...(projectKey && { projectKey }) };
  }
  return undefined;
}

/** Where a page of the app is; undefined for a module that is no page, or that needs a project. */
export function addressOfModule(
  { type, use }: AppModule,
  { appId, environmentId }: ShownApp,
  within?: AddressedProject,
): string | undefined {
  const id = `${appId}/${environmentId}`;
  const before = within && `/jira/${spaceOf(within)}/projects/${within.key}`;
  switch (type) {
    case 'jira:adminPage':
      return use ? `/jira/settings/apps/${use === 'config' ? 'configure' : use}/${id}` : `/jira/settings/apps/${id}`;
    case 'jira:globalPage':
      return `/jira/apps/${id}`;
    case 'jira:projectPage':
      return before && `${before}/apps/${id}`;
    case 'jira:projectSettingsPage':
      return before && `${before}/settings/apps/${id}`;
    default:
      return undefined;
  }
}

/** As Jira's own addresses have it: a team's own project lacks the `c` of one that a company's admins manage. */
function spaceOf({ projectTypeKey, style }: AddressedProject): string {
  if (projectTypeKey === 'business') return 'core';
  const product = projectTypeKey === 'service_desk' ? 'servicedesk' : 'software';
  return product === 'software' && style !== 'next-gen' ? 'software/c' : product;
}
