import type {
  FieldContext,
  IssueTypeScheme,
  IssueTypeScreenScheme,
  PermissionScheme,
  ProjectSchemes,
  Scoped,
  Screen,
  ScreenScheme,
  Workflow,
  WorkflowScheme,
} from './configuration';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly timeZone: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly active: boolean;
}

export interface Status extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly category: 'TODO' | 'IN_PROGRESS' | 'DONE';
}

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface IssueType extends Named, Scoped {
  readonly description: string;
  /** -1: subtask. */
  readonly hierarchyLevel: -1 | 0 | 1;
}

export interface Priority extends Named {
  /** 0 is the highest. */
  readonly position: number;
  readonly description: string;
  /** `#d04437`; undefined: by its position. */
  readonly colour: string | undefined;
  /** Below the site's address; undefined: by its name. */
  readonly iconPath: string | undefined;
}

export interface Described extends Named {
  readonly description: string;
}

export type FieldType =
  | 'select'
  | 'radio'
  | 'multiselect'
  | 'checkboxes'
  | 'labels'
  | 'text'
  | 'textarea'
  | 'url'
  | 'number'
  | 'datetime'
  | 'date'
  | 'user'
  | 'group';

export interface CustomField extends Scoped {
  /** `customfield_10050` */
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  /** Key of the module that declares it; undefined for a field that an admin made. */
  readonly appKey: string | undefined;
  /** Undefined: no search finds by it. */
  readonly searcherKey: string | undefined;
  readonly description: string;
  readonly contexts: readonly FieldContext[];
}

export interface LinkType extends Named {
  readonly inward: string;
  readonly outward: string;
}

export interface Project extends Named {
  readonly key: string;
  readonly description: string;
  readonly type: 'software' | 'business' | 'service_desk';
  /** `next-gen` is team-managed. */
  readonly style: 'classic' | 'next-gen';
  readonly schemes: ProjectSchemes;
  readonly categoryId: number | undefined;
  readonly url: string | undefined;
  readonly assigneeType: 'PROJECT_LEAD' | 'UNASSIGNED';
  readonly state: 'live' | 'archived' | 'deleted';
  /** When it came into its state, and by whom; undefined for one that has always been live. */
  readonly stateAt: number | undefined;
  readonly stateBy: string | undefined;
  /** An admin's app access rule keeps the app out of the project's data. */
  readonly blocksApp: boolean;
  readonly lead: string;
  readonly defaultPriorityId: number | undefined;
  /** Those of its issue type scheme, or its own. */
  readonly issueTypeIds: readonly number[];
  readonly roles: readonly RoleActor[];
  readonly components: readonly Component[];
}

/** A part of a project that issues can be about. */
export interface Component extends Described {
  readonly lead: string | undefined;
  /** Whom a new issue about it is meant for. */
  readonly assigneeType: 'PROJECT_DEFAULT' | 'COMPONENT_LEAD' | 'PROJECT_LEAD' | 'UNASSIGNED';
}

export interface RoleActor {
  readonly roleId: number;
  readonly accountId: string | null;
  readonly groupName: string | null;
}

export interface Grant {
  readonly id: number;
  /** Null: a global permission, whatever the project. */
  readonly schemeId: number | null;
  readonly permission: string;
  /** `role`, `group`, `user`, `anyone`, `reporter`, `assignee`, `projectLead`, `applicationRole`. */
  readonly holder: string;
  /** The role's id, the group's name, the user's account id; null for the rest. */
  readonly parameter: string | null;
}

/** What an admin set up, by id; maps keep the order of the seed. */
export interface Setup {
  readonly users: ReadonlyMap<string, User>;
  /** Group name to its id and members. */
  readonly groups: ReadonlyMap<string, { readonly id: string; readonly members: ReadonlySet<string> }>;
  readonly roles: ReadonlyMap<number, Described>;
  readonly issueTypes: ReadonlyMap<number, IssueType>;
  readonly statuses: ReadonlyMap<number, Status>;
  readonly priorities: ReadonlyMap<number, Priority>;
  readonly resolutions: ReadonlyMap<number, Described>;
  readonly fields: ReadonlyMap<string, CustomField>;
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly workflowSchemes: ReadonlyMap<number, WorkflowScheme>;
  readonly issueTypeSchemes: ReadonlyMap<number, IssueTypeScheme>;
  readonly screens: ReadonlyMap<number, Screen>;
  readonly screenSchemes: ReadonlyMap<number, ScreenScheme>;
  readonly issueTypeScreenSchemes: ReadonlyMap<number, IssueTypeScreenScheme>;
  readonly permissionSchemes: ReadonlyMap<number, PermissionScheme>;
  readonly projectCategories: ReadonlyMap<number, Described>;
  readonly linkTypes: ReadonlyMap<number, LinkType>;
  readonly projects: ReadonlyMap<number, Project>;
  readonly grants: readonly Grant[];
}
