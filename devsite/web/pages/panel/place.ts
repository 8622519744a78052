/** Where a module of the app stands. */
export interface Place {
  readonly moduleKey: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly dashboardId?: string;
  readonly gadgetId?: string;
  readonly entryPoint?: 'edit' | 'view';
}

/** The place, with the address of the page that holds it now. */
export const placedNow = (place: Place) => ({
  ...place,
  path: window.location.pathname + window.location.search,
});
