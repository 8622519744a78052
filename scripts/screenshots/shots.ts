import type { Locator, Page } from 'playwright-core';

/** A picture to be taken. */
export interface Shot {
  readonly name: string;
  readonly by: 'agent' | 'admin';
  readonly path: string;
  /** Waits for what the picture is of. */
  readonly ready: (page: Page) => Promise<unknown>;
  /** Of the window, in pixels. */
  readonly height?: number;
  /** Only this of the page. */
  readonly part?: (page: Page) => Locator;
}

/** Where on the site the pictures are to be had. */
export interface Places {
  /** `<app id>/<environment id>` */
  readonly app: string;
  readonly dashboard: string;
  readonly issue: string;
  /** An incident whose priority was overridden. */
  readonly overridden: string;
}

/** What a module draws, by its title. */
const within = (page: Page, title: string, selector: string): Locator =>
  page.frameLocator(`iframe[title="${title}"]`).first().locator(selector).first();

const panel = (page: Page): Locator =>
  page.locator('section[aria-label="Service levels"]', { has: page.locator('iframe') }).first();

export function shotsOf({ app, dashboard, issue, overridden }: Places): readonly Shot[] {
  const settings = (name: string, place: string, selector: string, height = 860): Shot => ({
    name,
    by: 'admin',
    path: `/jira/settings/apps/${app}/${place}`,
    ready: (page) => within(page, 'Fettle', selector).waitFor(),
    height,
  });
  const agents = { by: 'agent' } as const;
  return [
    {
      ...agents,
      name: 'issues',
      path: '/issues',
      ready: (page) => page.locator('main a[href^="/browse/"]').first().waitFor(),
    },
    { ...agents, name: 'issue', path: `/browse/${issue}`, ready: panelDrawn },
    { ...agents, name: 'explanation', path: `/browse/${issue}`, ready: explained, part: panel },
    { ...agents, name: 'override', path: `/browse/${overridden}`, ready: panelDrawn, part: panel },
    {
      ...agents,
      name: 'at-risk',
      path: `/jira/apps/${app}`,
      ready: (page) => within(page, 'Service desk', 'tr[data-place]').waitFor(),
    },
    {
      ...agents,
      name: 'gadget',
      path: dashboard,
      ready: (page) => within(page, 'Service levels', 'h3').waitFor(),
      height: 480,
    },
    settings('set-up', 'set-up', 'main li, main tr', 1_100),
    settings('calendar', 'calendars/business-hours', 'text=Opening hours', 1_200),
    settings('definition', 'service-levels/time-to-resolution', 'text=Dry run', 1_200),
    settings('priorities', 'priorities', 'table', 900),
    settings('health', 'health', 'text=/Timers are/', 900),
    {
      ...agents,
      name: 'functions',
      path: '/platform/functions',
      ready: (page) => page.getByRole('region').first().waitFor(),
    },
    {
      ...agents,
      name: 'faults',
      path: '/platform/faults',
      ready: (page) => page.getByRole('table').first().waitFor(),
    },
  ];
}

async function panelDrawn(page: Page): Promise<void> {
  await within(page, 'Service levels', 'text=Time to resolution').waitFor();
}

/** Unfolds what explains the last of the panel's clocks. */
async function explained(page: Page): Promise<void> {
  await panelDrawn(page);
  await page.frameLocator('iframe[title="Service levels"]').first().getByRole('button', { name: 'Why' }).last().click();
}
