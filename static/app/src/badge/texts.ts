/** Everything the body of the badge says. */
export const texts = {
  page: 'Service levels',
  due: (when: string): string => `due ${when}`,
  left: (time: string): string => `${time} left`,
  over: (time: string): string => `${time} over`,
  why: 'See why',
  drawn: 'The panel “Service levels” of this issue draws it on a time axis.',
} as const;
