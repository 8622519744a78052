import { privacy } from '@forge/api';
import type { Reports } from '../journeys/report-people';

/** Atlassian's personal data reporting API: it says which of the accounts were closed. */
export const atlassianReports: Reports = {
  async closedOf(accounts) {
    const updates = await privacy.reportPersonalData([...accounts]);
    // An account id is never out of date, whatever else of a profile is.
    return updates.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId);
  },
};
