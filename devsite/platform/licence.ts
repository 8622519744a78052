import type { Manifest } from '../manifest';
import type { SiteState } from '../site-state';
import { chosen } from './chosen';

/** The app's licence on the site, which an admin of the site lets lapse and renews. */
export interface Licence {
  active(): boolean;
  /** What contexts say of it; undefined for an app that asks for none. */
  told(): Readonly<Record<string, unknown>> | undefined;
  set(active: boolean): void;
}

interface LicenceOptions {
  readonly manifest: Manifest;
  readonly state: SiteState;
  /** What a site begins with. */
  readonly licensed: boolean | undefined;
}

/** https://developer.atlassian.com/platform/forge/listing-forge-apps/ (2026-08) */
export function openLicence({ manifest, state, licensed = chosen.licensed }: LicenceOptions): Licence {
  const active = () => state.licensed() ?? licensed;
  const told = () => ({ active: active(), isActive: active(), isEvaluation: false, type: 'COMMERCIAL' });
  return { active, told: () => (manifest.app.licensing?.enabled ? told() : undefined), set: state.setLicensed };
}
