import type { JqlRefused } from '../sla/compile-jql';
import type { NameMissing } from './site-shape';

/** Why a site is not set up. */
export type SetUpRefused =
  | NameMissing
  | { readonly code: 'changed-meanwhile' | 'not-set-up' | 'unfit' }
  | { readonly code: 'calendar-refused'; readonly id: string; readonly reasons: readonly unknown[] }
  | JqlRefused;
