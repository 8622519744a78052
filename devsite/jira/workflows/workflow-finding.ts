/** What validation of workflows finds; `code` names it. */
export interface Finding {
  readonly code: string;
  readonly level: 'ERROR' | 'WARNING';
  readonly type: 'RULE' | 'STATUS' | 'STATUS_LAYOUT' | 'WORKFLOW' | 'TRANSITION' | 'SCOPE' | 'STATUS_MAPPING';
  readonly message: string;
  readonly elementReference?: {
    readonly propertyKey?: string;
    readonly ruleId?: string;
    readonly statusMappingReference?: { readonly projectId: string; readonly issueTypeId: string };
    readonly statusReference?: string;
    readonly transitionId?: string;
  };
}

export const error = (
  type: Finding['type'],
  code: string,
  message: string,
  elementReference: Finding['elementReference'] = {},
): Finding => ({ code, level: 'ERROR', type, message, elementReference });

/** Members that stand in a list more than once, each once. */
export const repeated = (list: readonly string[]): readonly string[] => [
  ...new Set(list.filter((member, at) => list.indexOf(member) !== at)),
];
