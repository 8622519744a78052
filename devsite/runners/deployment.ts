import { createHash } from 'node:crypto';
import { type Manifest, modulesOf } from '../manifest';
import type { Licence } from '../platform/licence';
import type { Presence } from '../platform/presence';

/** An app as it is installed on the site: plain values only, so that a worker can be handed it. */
export interface Deployment {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
  /** What it is now; another once the app was installed anew. */
  readonly installationId: string;
  readonly cloudId: string;
  /** `ari:cloud:jira::site/<cloudId>`. */
  readonly contextAri: string;
  readonly permissions: {
    readonly scopes: readonly string[];
    readonly external: Readonly<Record<string, unknown>>;
  };
  /** What it says now; an invocation carries what it said then. */
  readonly license?: Readonly<Record<string, unknown>> | undefined;
  readonly memoryMB: number;
  /** Function key to `bundle.export`, as the manifest's `handler` has it. */
  readonly handlers: Readonly<Record<string, string>>;
  /** Bundle name to its code. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Declared variables alone. */
  readonly variables: Readonly<Record<string, string>>;
}

/** https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05) */
const defaultMemoryMB = 512;

export interface DeploymentOptions {
  readonly manifest: Manifest;
  readonly bundles: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>> | undefined;
  readonly licence: Pick<Licence, 'told'>;
  readonly presence: Pick<Presence, 'installation'>;
  /** Tells the site from others that have the app. */
  readonly tenant?: string | undefined;
}

export function deploymentOf(options: DeploymentOptions): Deployment {
  const { manifest, bundles, variables = {}, licence, presence, tenant } = options;
  const { app, permissions, environment } = manifest;
  const ofSite = (what: string) => idOf(tenant === undefined ? what : `${what} ${tenant}`, app.id);
  const cloudId = ofSite('site');
  const declared = (environment?.variables ?? []).map((variable) =>
    typeof variable === 'string' ? variable : variable.key,
  );
  return {
    appId: app.id.replace('ari:cloud:ecosystem::app/', ''),
    appVersion: '1.0.0',
    environmentId: idOf('environment', app.id),
    environmentType: 'DEVELOPMENT',
    get installationId() {
      const number = presence.installation();
      return ofSite(number === 1 ? 'installation' : `installation ${number}`);
    },
    cloudId,
    contextAri: `ari:cloud:jira::site/${cloudId}`,
    permissions: { scopes: permissions?.scopes ?? [], external: permissions?.external ?? {} },
    get license() {
      return licence.told();
    },
    memoryMB: app.runtime.memoryMB ?? defaultMemoryMB,
    handlers: Object.fromEntries(modulesOf(manifest, 'function').map(({ key, handler }) => [key, String(handler)])),
    bundles,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.includes(name))),
  };
}

/** A UUID that depends on the app alone, so that a site is the same on every machine. */
export function idOf(what: string, appId: string): string {
  const hex = createHash('sha256').update(`${what} of ${appId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
