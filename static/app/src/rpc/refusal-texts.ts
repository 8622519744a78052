import type { Refusal } from '@fettle/rpc/contract';

export interface RefusalText {
  readonly title: string;
  readonly text: string;
  /** `empty`: nothing is wrong, there is nothing to show yet. */
  readonly tone: 'empty' | 'information' | 'warning';
  /** It passes by itself, without anybody changing anything. */
  readonly passes?: true;
}

/** What a person reads when the app refuses. */
export const refusalTexts: Readonly<Record<Refusal['code'], RefusalText>> = {
  'not-permitted': {
    title: 'You may not see this',
    text: 'Your role in this project does not include its service levels. A project admin can change that.',
    tone: 'information',
  },
  'no-project': {
    title: 'No project is open to you yet',
    text: 'Service levels are shown for the incidents of projects that you may browse. A project admin can let you into one; nothing is wrong.',
    tone: 'empty',
  },
  'not-understood': {
    title: 'This page is out of date',
    text: 'It asked in a way the app no longer understands. Reload the page; nothing was lost.',
    tone: 'warning',
  },
  'not-licensed': {
    title: 'Fettle has no active licence',
    text: 'Everything stays readable and nothing is lost. A site admin can renew the licence; then this can be saved.',
    tone: 'warning',
  },
  unfit: {
    title: 'This cannot be saved as it is',
    text: 'What is wrong stands beside each place. Nothing was saved and nothing was lost.',
    tone: 'warning',
  },
  'not-set-up': {
    title: 'Service levels are not set up yet',
    text: 'The app has not found the issue type, statuses and fields it works with. A Jira admin can finish the set-up.',
    tone: 'information',
  },
  'not-followed': {
    title: 'No service level runs on this issue yet',
    text: 'Clocks appear here within minutes of an issue that a service level applies to, such as an incident with a priority, being created or changed.',
    tone: 'empty',
  },
  'jira-refused': {
    title: 'Jira does not allow this now',
    text: 'The issue’s workflow or screens keep the field from being edited. Nothing was changed and nothing was lost.',
    tone: 'warning',
  },
  'jira-shut': {
    title: 'Jira takes no calls of this app just now',
    text: 'It has had as many of them as it takes in this hour or second. Clocks run on, and nothing was lost; it goes on at the next full hour at the latest.',
    tone: 'warning',
    passes: true,
  },
  unreadable: {
    title: 'What Fettle keeps of this cannot be read',
    text: 'It was damaged and is set aside, so nothing is lost. What Jira’s history can mend is mended within the hour; Health tells a Jira admin of the rest.',
    tone: 'warning',
  },
  'too-much-history': {
    title: 'More has happened to this issue than Fettle can keep',
    text: 'No service level of it is judged any more, and nothing of it falls due. Jira’s own history is untouched; Health tells a Jira admin of the issue.',
    tone: 'warning',
  },
  'changed-meanwhile': {
    title: 'This was changed meanwhile',
    text: 'Somebody else saved first. Nothing of yours was saved; look at the new state and try again.',
    tone: 'warning',
  },
};
