import { useEffect, useState } from 'react';
import { askJira, type FoundProject, projectCalled } from './ask-jira';

const none: ReadonlyMap<string, string> = new Map();

/** Jira takes so many ids at a time. */
const mostIds = 50;

/** Name and key of projects by their ids, as far as the viewer may browse them. */
export function useProjectNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState(none);
  const wanted = ids.slice(0, mostIds).join('&id=');
  useEffect(() => {
    if (!wanted) return;
    askJira<{ values: readonly (FoundProject & { id: string })[] }>(`/rest/api/3/project/search?id=${wanted}`).then(
      ({ values }) => setNames(new Map(values.map((project) => [project.id, projectCalled(project)]))),
      () => undefined,
    );
  }, [wanted]);
  return names;
}
