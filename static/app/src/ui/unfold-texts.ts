export const unfoldTexts = {
  why: 'Why?',
  hide: 'Hide',
} as const;
