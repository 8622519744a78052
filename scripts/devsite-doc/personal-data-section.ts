import { accountsAtMost, reportPath } from '../../devsite/platform/personal-data';
import type { Section } from './section';

/** Where apps report whose personal data they keep. */
export const personalDataSection: Section = {
  title: 'Personal data',
  text: `
\`privacy.reportPersonalData\` of \`@forge/api\`, \`${reportPath}\`, with the scope \`report:personal-data\` and at most ${accountsAtMost} accounts
a report. It answers which of the accounts were closed; one is closed by \`jira.closeAccount\` of the site, and is "Former user" from
then on. Nobody's profile changes, so no account is ever \`updated\`, and no report is refused with 429: its limit is not
documented. As in https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08).`,
  tables: [],
};
