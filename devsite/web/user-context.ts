import type { Manifest } from '../manifest';
import type { Site } from '../site';
import type { Installation } from './watch';

interface Wanted {
  readonly site: Site;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly accountId: string;
  readonly moduleKey: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly siteUrl: string;
}

/** What `view.getContext()` answers, the theme aside, which is the page's own. */
export function userContext({ site, manifest, installation, accountId, moduleKey, extension, siteUrl }: Wanted) {
  const { timeZone = 'UTC' } = site.jira.as(accountId).get<{ timeZone?: string }>('/rest/api/3/myself');
  return {
    ...installation,
    accountId,
    extension,
    localId: `ari:cloud:ecosystem::extension/${manifest.app.id}/${installation.environmentId}/static/${moduleKey}`,
    locale: 'en-US',
    moduleKey,
    siteUrl,
    timezone: timeZone,
    permissions: { scopes: manifest.permissions?.scopes ?? [], external: manifest.permissions?.external ?? {} },
  };
}
