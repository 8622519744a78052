import * as v from 'valibot';
import { recordKinds } from '../kernel/record-kinds';
import { IssueId } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import type { Finding } from './domain/verdict';

const Overdue = v.object({ issueId: IssueId, at: v.string() });

/** What a record that could not be read may be. */
const setAsideKinds = ['configuration', 'bookkeeping', 'due', ...recordKinds] as const;

export const Health = v.object({
  /** Jira takes no call of the app, so that nobody can be asked who may see an issue: none is named. */
  isShut: v.optional(v.literal(true)),
  /** ISO instant of the answer. */
  now: v.string(),
  /** The worst first. */
  findings: v.custom<readonly Finding[]>(Array.isArray),
  /** The earliest instant of the work index, if there is one. */
  oldestDue: v.optional(v.string()),
  /** Escalations whose instant has passed and that are not carried out: the oldest of them, and how many, 2,000 at most, with the ids of the first hundred. */
  overdue: v.object({ count: v.number(), oldest: v.array(Overdue), issueIds: v.array(IssueId) }),
  /** Issues that could not be brought up to date and are tried again every hour, and which of them failed last. */
  failing: v.optional(v.object({ issueIds: v.array(IssueId), issueId: IssueId, since: v.string(), why: v.string() })),
  /** Records that could not be read, the first met first: what each is, where, the part that did not fit, and whether it can be read by now. */
  setAside: v.optional(
    v.array(
      v.object({
        kind: v.picklist(setAsideKinds),
        key: v.string(),
        /** ISO instant. */
        since: v.string(),
        why: v.string(),
        isMended: v.boolean(),
      }),
    ),
  ),
  /** Projects that the app is kept out of, and since when, as an ISO instant. */
  hidden: v.array(v.object({ projectId: v.string(), since: v.string() })),
  /** The bytes of the largest value that the app keeps, and how many Forge takes in one. */
  largest: v.object({ bytes: v.number(), limit: v.number() }),
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
  health: { permission: 'configuration.edit', whileShut: true, input: v.object({}), output: Health },
  /** Asks at once for what is overdue, instead of at the next run. Answers how many issues it asked for. */
  runAgain: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ issueIds: v.pipe(v.array(IssueId), v.maxLength(100)) }),
    output: v.object({ asked: v.number() }),
  },
} as const satisfies Contract;
