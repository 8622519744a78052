import { hear, tell } from '../panel/page-events';

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-dashboard-gadget/ (Aug 2026) */
const event = 'JIRA_DASHBOARD_GADGET_REFRESH';

/** Who asked: the dashboard's button, or a gadget's own. */
export interface AskedRefresh {
  readonly origin: 'dashboard' | 'gadget';
  readonly gadgetId?: string;
}

/** Asks every gadget on the page to refresh; each looks whether it is meant. */
export const refreshGadgets = (asked: AskedRefresh): void => tell(event, asked);

export const hearRefresh = (listener: (asked: AskedRefresh) => void): (() => void) =>
  hear(event, (asked) => listener(asked as AskedRefresh));
