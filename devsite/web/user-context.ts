import type { Site } from '../site';

interface Wanted {
  readonly accountId: string;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly siteUrl: string;
}

/** What `view.getContext()` answers, the theme aside, which is the page's own. */
export function userContext({ jira, manifest, installation }: Site, { accountId, moduleKey, ...wanted }: Wanted) {
  const { timeZone = 'UTC' } = jira.as(accountId).get<{ timeZone?: string }>('/rest/api/3/myself');
  const { cloudId, environmentId, environmentType, license } = installation;
  const appId = manifest.app.id.replace('ari:cloud:ecosystem::app/', '');
  return {
    ...wanted,
    accountId,
    cloudId,
    environmentId,
    environmentType,
    ...(license && { license }),
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    locale: 'en-US',
    moduleKey,
    timezone: timeZone,
    permissions: { scopes: manifest.permissions?.scopes ?? [], external: manifest.permissions?.external ?? {} },
  };
}
