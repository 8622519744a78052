import type { StatusCategory } from './reading';

/** One write to Jira, all of whose ids are known. */
export type Step =
  | { readonly do: 'create-issue-type'; readonly name: string; readonly description: string }
  | {
      readonly do: 'create-field';
      readonly name: string;
      readonly description: string;
      readonly type: 'select' | 'multiselect' | 'datetime';
    }
  | { readonly do: 'create-context'; readonly fieldId: string; readonly name: string }
  | {
      readonly do: 'add-options';
      readonly fieldId: string;
      readonly contextId: string;
      readonly values: readonly string[];
    }
  | { readonly do: 'create-link-type'; readonly name: string; readonly inward: string; readonly outward: string }
  | {
      readonly do: 'create-statuses';
      readonly statuses: readonly {
        readonly name: string;
        readonly description: string;
        readonly category: StatusCategory;
      }[];
    }
  | { readonly do: 'create-workflow'; readonly workflow: WorkflowDraft }
  | { readonly do: 'create-screen'; readonly name: string; readonly description: string }
  | { readonly do: 'create-screen-tab'; readonly screenId: string; readonly name: string }
  | {
      readonly do: 'add-field-to-screen';
      readonly screenId: string;
      readonly tabId: string;
      readonly fieldId: string;
    }
  | {
      readonly do: 'create-screen-scheme';
      readonly name: string;
      readonly description: string;
      readonly screenId: string;
    }
  | {
      readonly do: 'create-type-screen-scheme';
      readonly name: string;
      readonly description: string;
      readonly screenSchemeId: string;
    }
  | {
      readonly do: 'create-type-scheme';
      readonly name: string;
      readonly description: string;
      readonly issueTypeIds: readonly string[];
    }
  | {
      readonly do: 'create-workflow-scheme';
      readonly name: string;
      readonly description: string;
      readonly workflow: string;
    }
  | { readonly do: 'add-types-to-scheme'; readonly schemeId: string; readonly issueTypeIds: readonly string[] }
  | { readonly do: 'create-project'; readonly project: ProjectDraft };

export interface WorkflowDraft {
  readonly name: string;
  readonly description: string;
  readonly statuses: readonly {
    readonly id: string;
    readonly name: string;
    /** As it is: Jira writes down whatever is sent with a workflow's statuses. */
    readonly description: string;
    readonly category: StatusCategory;
    readonly reference: string;
  }[];
  readonly moves: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: readonly string[];
    readonly to: string;
    /** The field that must have a value before the move, by the app's own rule. */
    readonly demands?: { readonly fieldId: string; readonly rule: string; readonly ruleId: string };
    /** The resolution's id afterwards; null clears it. */
    readonly resolution?: string | null;
  }[];
}

export interface ProjectDraft {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly issueTypeSchemeId: string;
  readonly typeScreenSchemeId: string;
  readonly workflowSchemeId: string;
}
