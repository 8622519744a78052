import { keepComponents, tellComponent } from '../components/component-values';
import type { Json } from '../json';
import type { IssueRow } from '../schema';
import { plainText } from './adf';
import { keepParent, tellIssue } from './parent-value';
import {
  keepAssignee,
  keepDay,
  keepDocument,
  keepIssueType,
  keepLabels,
  keepNamed,
  keepPerson,
  keepSummary,
  type Place,
  type Tell,
  tellNamed,
  tellPerson,
} from './system-values';

/** Where a field is being set: people may set different fields when they create, edit and transition. */
export type Screen = 'create' | 'edit' | 'transition';

/** A system field that calls can set, kept in a column of the issue's row. */
export interface SettableField {
  readonly name: string;
  readonly column: keyof IssueRow;
  readonly screens: readonly Screen[];
  /** What the caller must hold beside the permission of the call. */
  readonly permission?: string;
  /** Answers what the column takes, or throws `Unfit`. */
  readonly keep: (value: Json, place: Place) => string | number | null;
  readonly tell: Tell;
  /** The members of what is kept, where histories tell of each that came or went by itself. */
  readonly members?: (kept: Json) => readonly Json[];
}

const everywhere: readonly Screen[] = ['create', 'edit', 'transition'];

export const settableFields: Readonly<Record<string, SettableField>> = {
  summary: {
    name: 'summary',
    column: 'summary',
    screens: everywhere,
    keep: keepSummary,
    tell: (kept) => ({ id: null, text: kept }),
  },
  issuetype: {
    name: 'issuetype',
    column: 'type_id',
    screens: ['create', 'edit'],
    keep: keepIssueType,
    tell: tellNamed(({ issueTypes }) => issueTypes),
  },
  parent: {
    name: 'IssueParentAssociation',
    column: 'parent_id',
    screens: ['create', 'edit'],
    keep: keepParent,
    tell: tellIssue,
  },
  priority: {
    name: 'priority',
    column: 'priority_id',
    screens: everywhere,
    keep: (value, { world }) => keepNamed(world.setup.priorities.values(), value, 'The priority selected is invalid.'),
    tell: tellNamed(({ priorities }) => priorities),
  },
  resolution: {
    name: 'resolution',
    column: 'resolution_id',
    screens: everywhere,
    permission: 'RESOLVE_ISSUES',
    keep: (value, { world }) =>
      keepNamed(world.setup.resolutions.values(), value, 'The resolution selected is invalid.'),
    tell: tellNamed(({ resolutions }) => resolutions),
  },
  assignee: {
    name: 'assignee',
    column: 'assignee',
    screens: everywhere,
    permission: 'ASSIGN_ISSUES',
    keep: keepAssignee,
    tell: tellPerson,
  },
  reporter: {
    name: 'reporter',
    column: 'reporter',
    screens: everywhere,
    permission: 'MODIFY_REPORTER',
    keep: keepPerson,
    tell: tellPerson,
  },
  labels: {
    name: 'labels',
    column: 'labels_json',
    screens: everywhere,
    keep: keepLabels,
    tell: (kept) => ({ id: null, text: JSON.parse(kept).join(' ') }),
  },
  components: {
    name: 'Component',
    column: 'components_json',
    screens: everywhere,
    keep: keepComponents,
    tell: tellComponent,
    members: (kept) => JSON.parse(kept),
  },
  description: {
    name: 'description',
    column: 'description_json',
    screens: everywhere,
    keep: keepDocument,
    tell: (kept) => ({ id: null, text: kept === null ? null : plainText(JSON.parse(kept)) }),
  },
  duedate: {
    name: 'duedate',
    column: 'due_date',
    screens: everywhere,
    permission: 'SCHEDULE_ISSUES',
    keep: keepDay,
    tell: (kept) => ({ id: kept, text: kept === null ? null : `${kept} 00:00:00.0` }),
  },
};
