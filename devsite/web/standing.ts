import type { Client } from '../jira/jira';
import type { Place } from './place';

/** What the context says of where a module stands; undefined when the person may not be there. */
export type Standing = (jira: Client, place: Place) => Readonly<Record<string, unknown>> | undefined;

/**
 * The kinds of modules that the site's pages hold, and what the context of each says:
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/index-jira/ (Aug 2026).
 */
export const standings: Readonly<Record<string, Standing>> = {
  'jira:issuePanel': (jira, place) => both(besideIssue(jira, place), { isNewToIssue: false }),
  'jira:issueContext': besideIssue,
  'jira:issueAction': besideIssue,
  'jira:projectPage': (jira, place) => inProject(jira, place, 'BROWSE_PROJECTS'),
  'jira:projectSettingsPage': (jira, place) => inProject(jira, place, 'ADMINISTER_PROJECTS'),
  'jira:globalPage': () => ({}),
  'jira:adminPage': (jira) => (holds(jira, 'ADMINISTER') ? {} : undefined),
  'jira:dashboardGadget': onDashboard,
};

type Said = ReturnType<Standing>;

const both = (first: Said, second: Said): Said => first && second && { ...first, ...second };

interface SeenProject {
  readonly id: string;
  readonly key: string;
  readonly projectTypeKey: string;
}

interface SeenIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: {
    readonly issuetype: { readonly id: string; readonly name: string };
    readonly project: SeenProject;
  };
}

function besideIssue(jira: Client, { issueKey }: Place): Said {
  if (issueKey === undefined) return undefined;
  const path = `/rest/api/3/issue/${encodeURIComponent(issueKey)}?fields=issuetype,project`;
  const seen = attempt(() => jira.get<SeenIssue>(path));
  if (!seen) return undefined;
  const { issuetype, project } = seen.fields;
  return {
    issue: { id: seen.id, key: seen.key, type: issuetype.name, typeId: issuetype.id },
    project: projectSaid(project),
  };
}

function inProject(jira: Client, { projectKey }: Place, permission: string): Said {
  if (projectKey === undefined) return undefined;
  const key = encodeURIComponent(projectKey);
  const project = attempt(() => jira.get<SeenProject>(`/rest/api/3/project/${key}`));
  return project && holds(jira, permission, `&projectKey=${key}`) ? { project: projectSaid(project) } : undefined;
}

const projectSaid = ({ id, key, projectTypeKey }: SeenProject) => ({ id, key, type: projectTypeKey });

/** The item's property that keeps what a gadget's edit view submitted. */
const configured = 'config';

function onDashboard(jira: Client, { dashboardId, gadgetId, entryPoint, moduleKey }: Place): Said {
  if (dashboardId === undefined || gadgetId === undefined) return undefined;
  const dashboard = `/rest/api/3/dashboard/${encodeURIComponent(dashboardId)}`;
  const gadget = encodeURIComponent(gadgetId);
  const found = attempt(() => jira.get<{ gadgets: readonly SeenGadget[] }>(`${dashboard}/gadget?gadgetId=${gadget}`));
  if (!found?.gadgets.some((each) => each.moduleKey?.endsWith(`/${moduleKey}`))) return undefined;
  const writable = attempt(() => jira.get<{ isWritable: boolean }>(dashboard))?.isWritable;
  if (entryPoint === 'edit' && !writable) return undefined;
  const property = `${dashboard}/items/${gadget}/properties/${configured}`;
  const kept = attempt(() => jira.get<{ value: unknown }>(property));
  return {
    dashboard: { id: dashboardId },
    gadget: { id: gadgetId },
    gadgetConfiguration: kept?.value ?? {},
    ...(entryPoint === 'edit' && { entryPoint }),
  };
}

interface SeenGadget {
  readonly moduleKey?: string;
}

/** Whether the person holds a permission, globally or where the query says. */
export function holds(jira: Client, permission: string, where = ''): boolean {
  const path = `/rest/api/3/mypermissions?permissions=${permission}${where}`;
  const told = attempt(() => jira.get<{ permissions: Record<string, { havePermission: boolean }> }>(path));
  return told?.permissions[permission]?.havePermission ?? false;
}

/** What a call answers; undefined when Jira refuses it. */
function attempt<Value>(call: () => Value): Value | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
