import { useEffect, useRef } from 'react';
import { issueChanged } from '../panel/page-events';
import { usePerson } from '../shell/session';
import { useSiteClock } from '../shell/site-time';
import { jira } from '../ui/ask';
import { type Issue, versionOf } from './issue';

/** Notices changes that others, the app among them, make to the issue shown; tells the app's modules of every change. */
export function useFollowed(issue: Issue, reload: () => void): void {
  const { time } = useSiteClock();
  const { accountId } = usePerson();
  const { id, fields } = issue;
  const version = versionOf(issue);
  const shown = useRef(version);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asks as often as the clock is heard
  useEffect(() => {
    jira<Issue>('GET', `/issue/${id}`).then(
      (now) => versionOf(now) !== shown.current && reload(),
      () => undefined,
    );
  }, [time?.heard, id, reload]);

  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    issueChanged({ issueId: id, projectId: fields.project.id, atlassianId: accountId });
  }, [version, fields, id, accountId]);
}
