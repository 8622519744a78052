import type { FieldType } from '../configuration/setup';

/**
 * What an admin would have set up by hand before the story begins. Names refer to names in the same seed; a
 * team-managed project's own things are named within its `own`.
 */
export interface JiraSeed {
  readonly users: readonly SeedUser[];
  readonly issueTypes: readonly SeedIssueType[];
  readonly statuses: readonly SeedStatus[];
  /** Highest first. */
  readonly priorities: readonly string[];
  readonly resolutions: readonly string[];
  readonly fields: readonly SeedField[];
  /** That of every project and type that names no other. */
  readonly workflow: SeedWorkflow;
  readonly workflows?: readonly SeedWorkflow[];
  readonly linkTypes?: readonly { readonly name: string; readonly inward: string; readonly outward: string }[];
  readonly projectCategories?: readonly { readonly name: string; readonly description?: string }[];
  readonly projects: readonly SeedProject[];
  /** Permission key to who holds it: the global ones, and the default scheme's. */
  readonly permissions: SeedGrants;
  /** Further permission schemes by name. */
  readonly permissionSchemes?: Readonly<Record<string, SeedGrants>>;
  /** Screens by name: the ids of system fields and the names of custom ones. The default screen holds every field. */
  readonly screens?: Readonly<Record<string, readonly string[]>>;
}

export type SeedGrants = Readonly<Record<string, readonly SeedHolder[]>>;

export interface SeedUser {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string;
  readonly timeZone?: string;
  readonly accountType?: 'atlassian' | 'app' | 'customer';
  readonly groups?: readonly string[];
}

export interface SeedIssueType {
  readonly name: string;
  readonly description?: string;
  /** -1: subtask; 1: epic; 0 if absent. */
  readonly level?: -1 | 0 | 1;
}

export interface SeedStatus {
  readonly name: string;
  readonly category: 'TODO' | 'IN_PROGRESS' | 'DONE';
  readonly description?: string;
}

export interface SeedField {
  readonly name: string;
  readonly type: FieldType;
  readonly description?: string;
  /** Those of its global context. */
  readonly options?: readonly string[];
  /** Where it stands; absent: everywhere, with `options`. */
  readonly contexts?: readonly SeedContext[];
}

export interface SeedContext {
  readonly name?: string;
  /** Keys of projects; absent: all. */
  readonly projects?: readonly string[];
  /** Absent: all. */
  readonly issueTypes?: readonly string[];
  readonly options?: readonly string[];
  /** Those of the options that are disabled. */
  readonly disabled?: readonly string[];
  readonly default?: string;
}

export interface SeedWorkflow {
  readonly name: string;
  readonly description?: string;
  readonly initial: string;
  readonly transitions: readonly SeedTransition[];
}

export interface SeedTransition {
  readonly name: string;
  /** Absent: from any status. */
  readonly from?: readonly string[];
  readonly to: string;
  /** A screen's name, or null for none; absent: a screen with every field when it leads to a done status. */
  readonly screen?: string | null;
}

export interface SeedProject {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly type: 'software' | 'business' | 'service_desk';
  readonly lead: string;
  readonly category?: string;
  /** Empty for a team-managed project. */
  readonly issueTypes: readonly string[];
  readonly defaultPriority?: string;
  readonly roles: Readonly<Record<string, readonly ({ readonly user: string } | { readonly group: string })[]>>;
  /** The workflow of types that `typeWorkflows` leaves out; absent: the seed's. */
  readonly workflow?: string;
  /** Issue type to workflow. */
  readonly typeWorkflows?: Readonly<Record<string, string>>;
  /** Absent: the default one. */
  readonly permissionScheme?: string;
  /** Screens by name; what is absent is the default screen. */
  readonly screens?: Partial<Record<'default' | 'create' | 'edit' | 'view', string>>;
  /** Present: the project is team-managed, and this is what is its alone. */
  readonly own?: SeedTeam;
}

export interface SeedTeam {
  readonly issueTypes: readonly SeedIssueType[];
  readonly statuses: readonly SeedStatus[];
  readonly fields?: readonly Omit<SeedField, 'contexts'>[];
  /** Over its own statuses, for all of its types. */
  readonly workflow: SeedWorkflow;
}

export type SeedHolder =
  | { readonly role: string }
  | { readonly group: string }
  | { readonly user: string }
  | { readonly holder: 'anyone' | 'reporter' | 'assignee' | 'projectLead' | 'app' };
