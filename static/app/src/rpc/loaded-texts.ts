/** What is said when the app does not answer. */
export const loadedTexts = {
  outage: 'The app did not answer',
  nothingLost: 'Nothing was lost. It may be busy or restarting.',
  stale: 'This could not be refreshed. You see what was last known.',
  tryAgain: 'Try again',
  broken: 'This could not be shown',
  reload: 'Nothing was lost. Reload the page to see it again.',
};
