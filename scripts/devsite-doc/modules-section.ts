import { standings } from '../../devsite/web/standing';
import type { Section } from './section';

const issue = '`issue` {id, key, type, typeId}, `project` {id, key, type}';
const project = '`project` {id, key, type}';
const id = '{appId}/{envId}';

const places: Readonly<Record<string, readonly [where: string, who: string, says: string]>> = {
  'jira:issuePanel': ['an issue’s page', 'who sees the issue', `${issue}, \`isNewToIssue\``],
  'jira:issueContext': ['an issue’s page, under its fields', 'who sees the issue', issue],
  'jira:issueAction': ['an issue’s page, in its ••• menu', 'who sees the issue', issue],
  'jira:projectPage': [`/jira/{type}/projects/{key}/apps/${id}`, 'Browse projects', project],
  'jira:projectSettingsPage': [`/jira/{type}/projects/{key}/settings/apps/${id}`, 'Administer projects', project],
  'jira:globalPage': [`/jira/apps/${id}`, 'whoever signed in', '–'],
  'jira:adminPage': [
    `/jira/settings/apps/${id}, also with configure/ or get-started/ before the app`,
    'Administer Jira',
    '–',
  ],
  'jira:dashboardGadget': [
    '/jira/dashboards/{id}',
    'who sees the dashboard; the edit view: who may edit it',
    '`dashboard` {id}, `gadget` {id}, `gadgetConfiguration`; the edit view: `entryPoint` `edit`',
  ],
};

/** Which modules the pages hold. */
export const modulesSection: Section = {
  title: 'Modules on the site’s pages',
  text: `
Custom UI runs in a frame of another origin, under the platform’s content security policy; a module drawn by UI Kit says that
it is not simulated yet. The way to every page is “Apps” in the top bar. Every context has \`type\` and \`location\` too.
Pages walk by \`view.createHistory()\` within their address, which survives a reload; only they have a history and name the
window. \`Modal\` opens every size but \`resizable\`. \`view.submit\` is a gadget’s edit view’s alone, \`view.close\` a dialog’s and
that view’s, \`view.refresh\` a module’s on an issue. A command of the bridge that is not simulated is rejected by name.`,
  tables: [
    {
      columns: ['module', 'where', 'for whom', '`extension` says'],
      rows: Object.keys(standings).map((type) => [`\`${type}\``, ...(places[type] ?? [])]),
    },
  ],
};
