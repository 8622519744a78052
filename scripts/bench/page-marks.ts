import type { Locator, Page } from 'playwright-core';
import type { Site } from '../../devsite/site';
import { adminAccount, projectKey } from '../replay/log-site';
import { openIncidents } from './busy-site';
import { people } from './incident-site';

/** A page to be opened, and by what one sees that it can be used. */
export interface PageMark {
  readonly name: string;
  readonly by: string;
  readonly path: string;
  /** Seconds. */
  readonly bar: number;
  /** What is drawn when the page's answer is. */
  readonly mark: (page: Page) => Locator;
}

/** What the module draws in its frame. */
const within = (page: Page, title: string, selector: string): Locator =>
  page.frameLocator(`iframe[title="${title}"]`).first().locator(selector).first();

/** The app's pages and those of the dev site that everybody uses. */
export function pageMarks(site: Site): readonly PageMark[] {
  const app = `${site.manifest.app.id.split('/').at(-1)}/${site.installation.environmentId}`;
  const issue = `/browse/${projectKey}-${openIncidents / 2}`;
  const settings = (name: string, page: string, selector: string): PageMark => ({
    name,
    by: adminAccount,
    path: `/jira/settings/apps/${app}/${page}`,
    bar: 2,
    mark: (shown) => within(shown, 'Fettle', selector),
  });
  const agents = { by: people.agent, bar: 2 };
  return [
    {
      ...agents,
      name: 'issue panel',
      path: issue,
      bar: 1,
      mark: (page) => within(page, 'Service levels', 'text=Time to resolution'),
    },
    { ...agents, name: 'badge', path: issue, mark: badge },
    {
      ...agents,
      name: 'at risk',
      path: `/jira/apps/${app}`,
      mark: (page) => within(page, 'Service desk', 'tr[data-place]'),
    },
    {
      ...agents,
      name: 'gadget',
      path: dashboardWithGadget(site),
      mark: (page) => within(page, 'Service levels', 'h3'),
    },
    settings('set-up', 'set-up', 'main li, main tr'),
    settings('calendars', 'calendars', 'text=Business hours'),
    settings('service levels', 'service-levels', 'main h2'),
    settings('priorities', 'priorities', 'text=/Priority follows/'),
    settings('health', 'health', 'text=/Timers are/'),
    {
      ...agents,
      name: 'dev site: search',
      path: '/issues',
      mark: (page) => page.locator('main a[href^="/browse/"]').first(),
    },
    {
      ...agents,
      name: 'dev site: issue',
      path: issue,
      mark: (page) => page.getByRole('heading', { level: 1 }).first(),
    },
  ];
}

/** The lozenge beside the module's label. */
const badge = (page: Page): Locator =>
  page
    .locator('section[aria-label="Service levels"]', { has: page.locator('button[aria-expanded="false"]') })
    .getByText(/ left$|^Breached$|^Paused$/i)
    .first();

/** A dashboard of the agent's own with the app's gadget, configured. */
function dashboardWithGadget({ jira, manifest, installation }: Site): string {
  const agent = jira.as(people.agent);
  const app = manifest.app.id.split('/').at(-1);
  const moduleKey = `ari:cloud:ecosystem::extension/${app}/${installation.environmentId}/static/service-level-gadget`;
  const { id } = agent.post<{ id: string }>('/rest/api/3/dashboard', {
    name: 'Bench',
    sharePermissions: [],
    editPermissions: [],
  });
  const gadget = agent.post<{ id: number }>(`/rest/api/3/dashboard/${id}/gadget`, { moduleKey });
  agent.put(`/rest/api/3/dashboard/${id}/items/${gadget.id}/properties/config`, {});
  return `/jira/dashboards/${id}`;
}
