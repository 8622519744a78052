import type { FrameLocator } from 'playwright-core';
import { anIncidentSeed } from '../builders/an-incident-seed';
import { type AppSite, anAppSite } from './an-app-site';
import type { Visit } from './visit';

/** A page of the app's among the site's settings, as an admin looks at it. */
export interface AdminVisit extends Visit {
  readonly frame: FrameLocator;
}

/** A site with the app on it, and an admin's browser. */
export interface Administration extends AppSite {
  /** `calendars`, `service-levels/time-to-resolution`. */
  open(page: string, look?: Parameters<AppSite['visit']>[1]): Promise<AdminVisit>;
}

export async function anAdministration(): Promise<Administration> {
  const site = await anAppSite(anIncidentSeed());
  return {
    ...site,
    async open(path, look) {
      const visit = await site.visit(`/jira/settings/apps/${site.app}/${path}`, look);
      return { ...visit, frame: visit.page.frameLocator('iframe') };
    },
  };
}

/** The names of the fields that can be written in or chosen by. */
export const editable = (frame: FrameLocator): Promise<readonly string[]> =>
  frame
    .locator('input:not([type=hidden]), textarea, select')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[])
        .filter(({ disabled, readOnly }) => !disabled && !readOnly)
        .map((field) => field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? field.outerHTML),
    );
