import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import { chosen } from './chosen';
import type { Deliveries } from './deliveries';
import { subscriptions } from './subscriptions';

/** What the platform knows of the app on this site. */
export interface Installation {
  /** That of the start; another once the app was installed anew. */
  readonly id: string;
  /** `major.minor.0`: the first deployment is 1.0.0. */
  readonly version: string;
  /** Tells the app that it was installed anew. */
  tellAnew(anew: Anew): void;
}

interface Anew {
  readonly id: string;
  readonly accountId: string;
}

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly manifest: Manifest;
  readonly deliveries: Deliveries;
  readonly installationId: string;
  readonly environmentId: string;
  /** Who installs and upgrades the app. */
  readonly adminAccountId?: string;
}

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly consented: string;
  readonly manifest: string;
}

/**
 * Installs the app on a new site, or upgrades it where its manifest has changed, and tells it so. Only a major version,
 * one that asks admins for more, is told: https://developer.atlassian.com/platform/forge/events-reference/life-cycle/ and
 * https://developer.atlassian.com/platform/forge/versions/ (2026-08).
 */
export function openLifecycle(site: Site): Installation {
  const versions = openVersions(site.database);
  const before = versions.read();
  const now = versionOf(site.manifest, before);
  const version = `${now.major}.${now.minor}.0`;
  site.database.transaction(() => {
    versions.write(now);
    if (!before) tell(site, 'installed', version);
    else if (now.major > before.major) tell(site, 'upgraded', version);
  });
  return {
    id: site.installationId,
    version,
    tellAnew: ({ id, accountId }) =>
      tell({ ...site, installationId: id, adminAccountId: accountId }, 'installed', version),
  };
}

const accountKeys = { installed: 'installerAccountId', upgraded: 'upgraderAccountId' } as const;

function tell(site: Site, what: 'installed' | 'upgraded', version: string): void {
  const { manifest, deliveries, clock, adminAccountId } = site;
  const cause = `avi:forge:${what}:app`;
  const event = {
    id: site.installationId,
    ...(adminAccountId !== undefined && { [accountKeys[what]]: adminAccountId }),
    app: { id: manifest.app.id.split('/').at(-1), version },
    environment: { id: site.environmentId },
  };
  const due = clock.now() + chosen.lifecycleLatency;
  for (const { moduleKey, functionKey } of subscriptions(manifest).get(cause) ?? [])
    deliveries.enter({ moduleKey, functionKey, cause, due, event });
}

function versionOf(manifest: Manifest, before: Version | undefined): Version {
  const kept = { consented: consented(manifest), manifest: JSON.stringify(manifest) };
  if (!before) return { major: 1, minor: 0, ...kept };
  if (kept.consented !== before.consented) return { major: before.major + 1, minor: 0, ...kept };
  return { ...kept, major: before.major, minor: before.minor + Number(kept.manifest !== before.manifest) };
}

/** The parts of a manifest that admins consent to. */
function consented({ app, permissions, modules }: Manifest & { readonly remotes?: unknown }): string {
  const { webtrigger = [], llm = [], sql = [], objectStore = [] } = modules;
  const dynamic = webtrigger.filter(({ response }) => response?.type !== 'static').map(({ key }) => key);
  return JSON.stringify([permissions, app.licensing, dynamic, llm, sql, objectStore]);
}

function openVersions(database: SiteDatabase) {
  database.exec(`CREATE TABLE IF NOT EXISTS platform_version (
    only INTEGER PRIMARY KEY, major INTEGER NOT NULL, minor INTEGER NOT NULL, consented TEXT NOT NULL,
    manifest TEXT NOT NULL)`);
  const read = database.sql('SELECT major, minor, consented, manifest FROM platform_version');
  const write = database.sql('INSERT OR REPLACE INTO platform_version VALUES (1, ?, ?, ?, ?)');
  return {
    read: () => read.get<Version>(),
    write: ({ major, minor, consented, manifest }: Version) => void write.run(major, minor, consented, manifest),
  };
}
