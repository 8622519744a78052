/** What a Jira site has, as far as set-up looks: read as the admin who asks. */
export interface SiteReading {
  readonly issueTypes: readonly (Described & Scoped & { readonly isSubtask: boolean })[];
  readonly fields: readonly FieldReading[];
  readonly linkTypes: readonly (Named & { readonly inward: string; readonly outward: string })[];
  readonly statuses: readonly (Described & Scoped & { readonly category: StatusCategory })[];
  /** Highest first. */
  readonly priorities: readonly Named[];
  readonly workflows: readonly Described[];
  readonly issueTypeSchemes: readonly Described[];
  /** Screens that may be the app's own, by their name. */
  readonly ownScreenIds: readonly string[];
  /** Those, and the ones of the projects that were looked into. */
  readonly screens: readonly ScreenReading[];
  readonly screenSchemes: readonly Described[];
  readonly typeScreenSchemes: readonly Described[];
  readonly workflowSchemes: readonly Described[];
  readonly projects: readonly ProjectReading[];
  /** What a resolved ticket is resolved as; absent where the site has no resolution. */
  readonly resolutionId: string | undefined;
  /** The app's own rule for transitions, as the site names it; absent until Jira knows the app. */
  readonly ruleKey: string | undefined;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Described extends Named {
  readonly description: string;
}

export interface Scoped {
  /** The team-managed project to which it belongs; undefined for everybody's. */
  readonly projectId: string | undefined;
}

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export type FieldType = 'select' | 'multiselect' | 'datetime' | 'other';

export interface FieldReading extends Described, Scoped {
  readonly type: FieldType;
  /** Of single-choice fields alone, by context; those that can no longer be chosen are left out. */
  readonly contexts: readonly { readonly id: string; readonly options: readonly Option[] }[];
}

export interface Option {
  readonly id: string;
  readonly value: string;
}

export interface ScreenReading extends Described {
  readonly tabId: string | undefined;
  readonly fieldIds: readonly string[];
}

export interface ProjectReading extends Described {
  readonly key: string;
  readonly style: 'company-managed' | 'team-managed';
  readonly issueTypeIds: readonly string[];
  /** Of a company-managed project that was looked into. */
  readonly issueTypeScheme?: { readonly id: string; readonly sharedBy: number };
  /** The screens on which its incidents are created and edited. */
  readonly screenIds?: readonly string[];
  /** How many projects, itself among them, have a screen of these. */
  readonly screensSharedBy?: number;
}
