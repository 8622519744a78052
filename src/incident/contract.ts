import * as v from 'valibot';
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
      reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(mostReason)),
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

/** What an admin settles about incidents. */
export const incidentContract = {
  saveIncidentSettings: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({
      matrix: v.optional(PriorityMatrix),
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
  /** Incidents that could not be taken in. */
  failed: v.number(),
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
