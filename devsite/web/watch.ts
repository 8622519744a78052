import type { Journal } from '../platform/journal';
import type { ModuleHealth } from '../platform/pulse';

/** What the pages show of the platform beside the site itself. */
export interface Watch {
  /** The last calls of functions, latest first. */
  readonly recent: Journal['recent'];
  /** How each background module of the app fares. */
  health(): readonly ModuleHealth[];
}

/** What every context says of the app's installation on this site. */
export interface Installation {
  readonly cloudId: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly license?: Readonly<Record<string, unknown>>;
}
