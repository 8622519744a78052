export const copyTexts = {
  copy: 'Copy as text',
  copied: 'Copied',
  byHand: 'The browser did not allow copying. Select the text:',
};
