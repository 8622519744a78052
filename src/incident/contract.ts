import * as v from 'valibot';
import { isSeen } from '../kernel/names';
import { IssueId } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';

const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

/** Rows by impact, columns by urgency, from 1: the level of the priority, 1 the highest. */
const PriorityMatrix = v.pipe(v.array(v.pipe(v.array(level), v.length(3))), v.length(3));

/** The most characters of a reason. */
export const mostReason = 500;

const issueOf = ({ issueId }: { readonly issueId: string }) => issueId;

/** An override as the person saw it: `at` is the instant of the change of priority; a later one is refused. */
const override = { issueId: IssueId, at: v.pipe(v.string(), v.isoTimestamp()) };

/** What an agent decides of one incident's priority. */
export const overrideContract = {
  explainOverride: {
    permission: 'priority.override',
    issueOf,
    writes: true,
    input: v.object({
      ...override,
      reason: v.pipe(v.string(), v.trim(), v.check(isSeen), v.maxLength(mostReason)),
    }),
    output: v.null(),
  },
  /** Sets the priority that impact and urgency give, as the person who asks. */
  liftOverride: {
    permission: 'priority.override',
    issueOf,
    writes: true,
    input: v.object(override),
    output: v.null(),
  },
} as const satisfies Contract;

const Named = v.object({ id: v.string(), name: v.string() });

/** A select field by which incidents are graded. */
const Grading = v.object({
  /** Empty where nothing on the site stands for it: then no priority follows from it. */
  field: v.string(),
  name: v.string(),
  /** Jira no longer has the field: it is in the trash, or deleted. */
  isGone: v.boolean(),
  /** From level 1 on: the options that stand for it. */
  levels: v.array(v.array(Named)),
});

const PrioritySettings = v.object({
  matrix: PriorityMatrix,
  /** Jira's priorities of the levels from 1 on; two levels may have the same. */
  priorities: v.array(Named),
  impact: Grading,
  urgency: Grading,
  /** Ids of the issue types whose priority is kept. */
  incidentTypes: v.array(v.string()),
});
export type PrioritySettings = v.InferOutput<typeof PrioritySettings>;

const MatrixPreview = v.object({
  /** How many followed issues were looked at, and whether these are all there are. */
  looked: v.number(),
  whole: v.boolean(),
  /** Open incidents among them. */
  open: v.number(),
  /** Open incidents that take the matrix's priority with their next event. */
  changes: v.number(),
  /** Open incidents that keep what a person or an escalation set instead. */
  kept: v.number(),
  /** Up to ten of those that change, by the id of their issue, which the admin may browse; priorities by id. */
  sample: v.array(v.object({ issueId: v.string(), from: v.nullable(v.string()), to: v.string() })),
});
export type MatrixPreview = v.InferOutput<typeof MatrixPreview>;

/** How priority follows from impact and urgency, and what another matrix would make of it. */
export const matrixContract = {
  prioritySettings: { permission: 'configuration.edit', input: v.object({}), output: PrioritySettings },
  /** A dry run over what is stored of the followed issues. */
  previewMatrix: {
    permission: 'configuration.edit',
    input: v.object({ matrix: PriorityMatrix }),
    output: MatrixPreview,
  },
} as const satisfies Contract;

/** What an admin settles about incidents. */
export const incidentContract = {
  saveIncidentSettings: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({
      matrix: v.optional(PriorityMatrix),
      /** The matrix that was edited: another one saved meanwhile is not written over. */
      basedOn: v.optional(PriorityMatrix),
      /** Whether the app's date field shows the nearest due instant. */
      showNextDue: v.optional(v.boolean()),
    }),
    output: v.null(),
  },
} as const satisfies Contract;

const IntakeProgress = v.object({
  /** `paused` until the hour's points are there again, `none` before the first. */
  state: v.picklist(['none', 'running', 'paused', 'done']),
  /** Open incidents looked at, and those of them that were not known before. */
  done: v.number(),
  taken: v.number(),
  /** Incidents that could not be taken in, and the first of them. */
  failed: v.number(),
  failedIds: v.array(v.string()),
  /** How many there are, as far as Jira counts them. */
  of: v.optional(v.number()),
  /** Incidents an hour since it began. */
  rate: v.number(),
  /** ISO instants. */
  startedAt: v.optional(v.string()),
  endedAt: v.optional(v.string()),
  pausedUntil: v.optional(v.string()),
});

/** Taking in the incidents that were open before the app came. */
export const intakeContract = {
  intakeProgress: { permission: 'configuration.edit', input: v.object({}), output: IntakeProgress },
  startIntake: { permission: 'configuration.edit', writes: true, input: v.object({}), output: v.null() },
} as const satisfies Contract;
