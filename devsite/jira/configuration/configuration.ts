/** A project of its own, or every project: team-managed projects have types, statuses, fields and workflows that are theirs alone. */
export interface Scoped {
  /** Undefined: global. */
  readonly scopeProjectId: number | undefined;
}

export interface Option {
  readonly id: number;
  readonly value: string;
  readonly disabled: boolean;
}

/** Where a custom field stands, with the options it has there. */
export interface FieldContext {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Empty: every project. */
  readonly projectIds: readonly number[];
  /** Empty: every issue type. */
  readonly issueTypeIds: readonly number[];
  readonly options: readonly Option[];
  readonly defaultOptionId: number | undefined;
}

/** A condition, validator or post function on a transition, as `/workflows/create` takes it. */
export interface WorkflowRule {
  readonly id: string;
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ConditionGroup {
  readonly operation: 'ALL' | 'ANY';
  readonly conditions: readonly WorkflowRule[];
  readonly conditionGroups: readonly ConditionGroup[];
}

export interface WorkflowTransition {
  /** Unique within its workflow. */
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  /** Empty for INITIAL and GLOBAL. */
  readonly from: readonly number[];
  readonly to: number;
  readonly screenId: number | undefined;
  readonly conditions: ConditionGroup | undefined;
  readonly validators: readonly WorkflowRule[];
  readonly actions: readonly WorkflowRule[];
  readonly properties: Readonly<Record<string, string>>;
}

/** Where the editor of workflows draws something. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of a workflow's picture, what belongs to none of its statuses. */
export interface WorkflowLayout {
  readonly startPointLayout?: Point;
  readonly loopedTransitionContainerLayout?: Point;
}

export interface WorkflowStatus {
  readonly statusId: number;
  /** The UUID by which the calls of `/workflows` name it. */
  readonly reference: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly layout?: Point;
}

export interface Workflow extends Scoped {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: { readonly id: string; readonly number: number };
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly WorkflowTransition[];
  readonly layout: WorkflowLayout;
}

export interface WorkflowScheme extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly defaultWorkflowId: string;
  /** Issue type id to workflow id. */
  readonly workflowIds: ReadonlyMap<number, string>;
}

export interface IssueTypeScheme extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly defaultIssueTypeId: number | undefined;
  readonly issueTypeIds: readonly number[];
}

export interface Screen extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly { readonly id: number; readonly name: string; readonly fieldIds: readonly string[] }[];
}

export interface ScreenScheme extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** Operation to screen id. */
  readonly screens: Readonly<{ default: number } & Partial<Record<'create' | 'edit' | 'view', number>>>;
}

export interface IssueTypeScreenScheme extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly defaultScreenSchemeId: number;
  /** Issue type id to screen scheme id. */
  readonly screenSchemeIds: ReadonlyMap<number, number>;
}

export interface PermissionScheme extends Scoped {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

/** What a project is configured by; a team-managed one has schemes of its own scope, that no call shows. */
export interface ProjectSchemes {
  readonly workflowSchemeId: number;
  readonly issueTypeSchemeId: number;
  readonly issueTypeScreenSchemeId: number;
  readonly permissionSchemeId: number;
}
