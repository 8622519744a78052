/** What every editor of the administration says. */
export const editingTexts = {
  saving: 'Saving…',
  saved: 'Saved',
  failed: 'This could not be saved',
  failedText: 'The app did not answer. Nothing of yours is lost: it stands here as you left it.',
  meanwhile: 'Somebody else saved this meanwhile',
  meanwhileText: 'Nothing of yours is lost. See what was saved, or go on with yours and save it over that.',
  mine: 'Go on with mine',
  theirs: 'Take what was saved',
  unlicensed: 'Nothing can be saved without an active licence.',
  unsaved: 'Not saved yet.',
  unchanged: 'Nothing is changed.',
  leave: 'What you changed is not saved.',
  stay: 'Stay here',
  giveUp: 'Leave without saving',
  keep: 'Keep it',
  confirm: 'Remove it for good',
} as const;
