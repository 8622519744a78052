import type { SiteDatabase } from '../../database';
import { insertRow } from '../ids';

interface NewSchemes {
  /** What the schemes' names begin with. */
  readonly name: string;
  /** The team-managed project that they are of, or null. */
  readonly scope: number | null;
  readonly typeIds: readonly number[];
  readonly workflowId: string;
  readonly workflowIds?: ReadonlyMap<number, string>;
  readonly screens: Readonly<{ default: number } & Partial<Record<'create' | 'edit' | 'view', number>>>;
}

/** The columns of a project that say what it is configured by, its permission scheme aside. */
export interface SchemeColumns {
  readonly workflow_scheme_id: number;
  readonly issue_type_scheme_id: number;
  readonly issue_type_screen_scheme_id: number;
}

/** Makes a project schemes of its own, as its template does. */
export function insertSchemes(database: SiteDatabase, schemes: NewSchemes): SchemeColumns {
  const { name, scope, typeIds, workflowId, workflowIds = new Map(), screens } = schemes;
  const scheme = (table: string, kind: string, columns: Readonly<Record<string, unknown>>): number =>
    insertRow(database, table, { name: `${name}: ${kind}`, scope_project_id: scope, ...columns });
  const screenScheme = scheme('jira_screen_scheme', 'Screen Scheme', { screens_json: JSON.stringify(screens) });
  return {
    workflow_scheme_id: scheme('jira_workflow_scheme', 'Workflow Scheme', {
      default_workflow_id: workflowId,
      mappings_json: JSON.stringify(Object.fromEntries(workflowIds)),
    }),
    issue_type_scheme_id: scheme('jira_issue_type_scheme', 'Issue Type Scheme', {
      types_json: JSON.stringify(typeIds),
      default_type_id: typeIds[0] ?? null,
    }),
    issue_type_screen_scheme_id: scheme('jira_issue_type_screen_scheme', 'Issue Type Screen Scheme', {
      default_screen_scheme_id: screenScheme,
    }),
  };
}
