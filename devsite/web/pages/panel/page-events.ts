type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/** Hears an event among the modules of the app on this page; answers how to stop. */
export function hear(event: string, listener: Listener): () => void {
  const all = listeners.get(event) ?? new Set();
  listeners.set(event, all.add(listener));
  return () => void all.delete(listener);
}

/** Tells it to every module of the app on this page. */
export function tell(event: string, payload?: unknown): void {
  for (const listener of listeners.get(event) ?? []) listener(payload);
}

interface ChangedIssue {
  readonly issueId: string;
  readonly projectId: string;
  /** Who changed it. */
  readonly atlassianId: string;
}

/** Tells the app's modules that the issue beside them is not what it was. */
export const issueChanged = ({ issueId, projectId, atlassianId }: ChangedIssue): void =>
  tell('JIRA_ISSUE_CHANGED', { issueId, projectId, changes: [{ changeType: 'updated', atlassianId }] });
