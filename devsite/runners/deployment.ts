import { createHash } from 'node:crypto';
import { type Manifest, modulesOf } from '../manifest';

/** An app as it is installed on the site: plain values only, so that a worker can be handed it. */
export interface Deployment {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: 'DEVELOPMENT' | 'STAGING' | 'PRODUCTION';
  readonly installationId: string;
  readonly cloudId: string;
  /** `ari:cloud:jira::site/<cloudId>`. */
  readonly contextAri: string;
  readonly permissions: {
    readonly scopes: readonly string[];
    readonly external: Readonly<Record<string, unknown>>;
  };
  readonly license?: Readonly<Record<string, unknown>>;
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
  readonly licensed: boolean;
}

export function deploymentOf({ manifest, bundles, variables = {}, licensed }: DeploymentOptions): Deployment {
  const { app, permissions, environment } = manifest;
  const cloudId = idOf('site', app.id);
  const declared = (environment?.variables ?? []).map((variable) =>
    typeof variable === 'string' ? variable : variable.key,
  );
  return {
    appId: app.id.replace('ari:cloud:ecosystem::app/', ''),
    appVersion: '1.0.0',
    environmentId: idOf('environment', app.id),
    environmentType: 'DEVELOPMENT',
    installationId: idOf('installation', app.id),
    cloudId,
    contextAri: `ari:cloud:jira::site/${cloudId}`,
    permissions: { scopes: permissions?.scopes ?? [], external: permissions?.external ?? {} },
    ...(app.licensing?.enabled && { license: licenseOf(licensed) }),
    memoryMB: app.runtime.memoryMB ?? defaultMemoryMB,
    handlers: Object.fromEntries(modulesOf(manifest, 'function').map(({ key, handler }) => [key, String(handler)])),
    bundles,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.includes(name))),
  };
}

/** https://developer.atlassian.com/platform/forge/listing-forge-apps/ (2026-08) */
const licenseOf = (active: boolean) => ({ active, isActive: active, isEvaluation: false, type: 'COMMERCIAL' });

/** A UUID that depends on the app alone, so that a site is the same on every machine. */
export function idOf(what: string, appId: string): string {
  const hex = createHash('sha256').update(`${what} of ${appId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
