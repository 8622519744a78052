import { asApp, route } from '@forge/api';
import { all } from './all-pages';
import type { JiraNamed } from './jira';

interface JiraOption {
  readonly id: string;
  readonly value?: string;
  readonly disabled?: boolean;
}

/** A field's options by context, in their order, as the app sees them. Scope: manage:jira-configuration. */
export async function fieldOptions(field: string): Promise<readonly (readonly JiraOption[])[]> {
  const contexts = await all<JiraNamed>('contexts', (at) =>
    asApp().requestJira(route`/rest/api/3/field/${field}/context?startAt=${at}`),
  );
  return Promise.all(
    contexts.map(({ id }) =>
      all<JiraOption>('options', (at) =>
        asApp().requestJira(route`/rest/api/3/field/${field}/context/${id}/option?startAt=${at}`),
      ),
    ),
  );
}
