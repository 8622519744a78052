import { isOurs } from './matching';
import type { Described, SiteReading } from './reading';

export type RemovalKind =
  | 'project'
  | 'workflow-scheme'
  | 'type-screen-scheme'
  | 'screen-scheme'
  | 'screen'
  | 'type-scheme'
  | 'workflow'
  | 'field'
  | 'issue-type'
  | 'status';

/** Something the app made, by its own mark. */
export interface Removal {
  readonly kind: RemovalKind;
  readonly id: string;
  readonly name: string;
}

/** What the app made on the site, in the order in which it can go. Link types bear no mark, so they stay. */
export function removals(reading: SiteReading): readonly Removal[] {
  const ours = (kind: RemovalKind, things: readonly Described[]) =>
    things.filter(isOurs).map(({ id, name }) => ({ kind, id, name }));
  return [
    ...ours('project', reading.projects),
    ...ours('workflow-scheme', reading.workflowSchemes),
    ...ours('type-screen-scheme', reading.typeScreenSchemes),
    ...ours('screen-scheme', reading.screenSchemes),
    ...ours('screen', reading.screens),
    ...ours('type-scheme', reading.issueTypeSchemes),
    ...ours('workflow', reading.workflows),
    ...ours('field', reading.fields),
    ...ours('issue-type', reading.issueTypes),
    ...ours('status', reading.statuses),
  ];
}
