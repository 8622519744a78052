export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly timeZone: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly active: boolean;
}

export interface Status {
  readonly id: number;
  readonly name: string;
  readonly category: 'TODO' | 'IN_PROGRESS' | 'DONE';
}

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface IssueType extends Named {
  readonly description: string;
}

export interface Priority extends Named {
  /** 0 is the highest. */
  readonly position: number;
}

export interface Option {
  readonly id: number;
  readonly value: string;
}

export type FieldType = 'select' | 'text' | 'textarea' | 'number' | 'datetime' | 'user' | 'group' | 'date';

export interface CustomField {
  /** `customfield_10050` */
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  /** Key of the module that declares it; undefined for a field that an admin made. */
  readonly appKey: string | undefined;
  readonly options: readonly Option[];
}

export interface Transition {
  readonly id: number;
  readonly name: string;
  /** Undefined: from any status. */
  readonly from: readonly number[] | undefined;
  readonly to: number;
}

export interface LinkType extends Named {
  readonly inward: string;
  readonly outward: string;
}

export interface Project extends Named {
  readonly key: string;
  readonly type: 'software' | 'business';
  readonly lead: string;
  readonly defaultPriorityId: number | undefined;
  readonly issueTypeIds: readonly number[];
  readonly roles: readonly RoleActor[];
}

export interface RoleActor {
  readonly roleId: number;
  readonly accountId: string | null;
  readonly groupName: string | null;
}

export interface Grant {
  readonly id: number;
  readonly permission: string;
  /** `role`, `group`, `user`, `anyone`, `reporter`, `assignee`, `projectLead`, `app`. */
  readonly holder: string;
  /** The role's, group's or user's name; null for the rest. */
  readonly parameter: string | null;
}

/** What an admin set up, by id; maps keep the order of the seed. */
export interface Setup {
  readonly users: ReadonlyMap<string, User>;
  /** Group name to its id and members. */
  readonly groups: ReadonlyMap<string, { readonly id: string; readonly members: ReadonlySet<string> }>;
  readonly roles: ReadonlyMap<number, Named>;
  readonly issueTypes: ReadonlyMap<number, IssueType>;
  readonly statuses: ReadonlyMap<number, Status>;
  readonly priorities: ReadonlyMap<number, Priority>;
  readonly resolutions: ReadonlyMap<number, Named>;
  readonly fields: ReadonlyMap<string, CustomField>;
  readonly workflow: { readonly name: string; readonly initialStatusId: number };
  readonly transitions: ReadonlyMap<number, Transition>;
  readonly linkTypes: ReadonlyMap<number, LinkType>;
  readonly projects: ReadonlyMap<number, Project>;
  readonly grants: readonly Grant[];
}
