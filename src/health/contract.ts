import * as v from 'valibot';
import { IssueId } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import type { Finding } from './domain/verdict';

const Overdue = v.object({ issueId: IssueId, at: v.string() });

export const Health = v.object({
  /** ISO instant of the answer. */
  now: v.string(),
  /** The worst first. */
  findings: v.custom<readonly Finding[]>(Array.isArray),
  /** The earliest instant of the work index, if there is one. */
  oldestDue: v.optional(v.string()),
  /** Escalations whose instant has passed and that are not carried out: the oldest of them, and how many, 100 at most. */
  overdue: v.object({ count: v.number(), oldest: v.array(Overdue) }),
  /** Issues that could not be brought up to date and are tried again every hour: how many, and which failed last. */
  failing: v.optional(v.object({ count: v.number(), issueId: IssueId, since: v.string(), why: v.string() })),
  /** The last five-minute run that had something to do: when, and how many events it asked for. */
  swept: v.optional(v.object({ at: v.string(), events: v.number() })),
  /** The instant up to which the hourly run has looked at everything. */
  repaired: v.optional(v.string()),
  /** Jira's points of this hour, for all tenants of the app together. */
  points: v.optional(v.object({ limit: v.number(), left: v.number() })),
  /** The last day that the calendars' holidays are written down for. */
  holidaysUntil: v.optional(v.string()),
});
export type Health = v.InferOutput<typeof Health>;

export const healthContract = {
  health: { permission: 'configuration.edit', input: v.object({}), output: Health },
  /** Asks at once for what is overdue, instead of at the next run. Answers how many issues it asked for. */
  runAgain: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ issueIds: v.pipe(v.array(IssueId), v.maxLength(100)) }),
    output: v.object({ asked: v.number() }),
  },
} as const satisfies Contract;
