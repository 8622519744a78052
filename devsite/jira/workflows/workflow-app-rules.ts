import { type Manifest, type Module, modulesOf } from '../../manifest';
import { extensionKey } from '../extension-key';
import type { RuleType } from './workflow-system-rules';

/** A rule that a module of the app declares. */
export interface AppRule {
  readonly ruleKey: string;
  readonly ruleType: RuleType;
  /** Its ARI. */
  readonly key: string;
  readonly module: Module;
  /** Bytes of its configuration. */
  readonly mostConfiguration: number;
}

/**
 * Module type to what its rules are.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/ (2025-12-29)
 */
const kinds = {
  'jira:workflowValidator': { ruleKey: 'forge:expression-validator', ruleType: 'Validator', mostConfiguration: 32_768 },
  'jira:workflowCondition': { ruleKey: 'forge:expression-condition', ruleType: 'Condition', mostConfiguration: 32_768 },
  'jira:workflowPostFunction': {
    ruleKey: 'forge:workflow-post-function',
    ruleType: 'Function',
    mostConfiguration: 100_000,
  },
} as const;

/** The rules of an app, by its manifest. */
export const appRules = (manifest: Manifest): readonly AppRule[] =>
  Object.entries(kinds).flatMap(([type, kind]) =>
    modulesOf(manifest, type).map((module) => ({ ...kind, key: extensionKey(manifest.app.id, module.key), module })),
  );

export const isAppRuleKey = (ruleKey: string): boolean => Object.values(kinds).some((kind) => kind.ruleKey === ruleKey);

/** Whether a rule is offered in projects of a style. */
export const isOfferedIn = ({ module }: AppRule, style: 'company-managed' | 'team-managed'): boolean =>
  (module.projectTypes ?? ['company-managed']).includes(style);
