/** What is said of projects that the app is kept out of. */
export const keptOutTexts = {
  of: (count: number): string => `Fettle is kept out of ${count} ${count === 1 ? 'project' : 'projects'}`,
  unnamed: (id: string): string => `Project ${id}`,
  since: (when: string): string => `since ${when}`,
} as const;
