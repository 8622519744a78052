import type { Instant } from '../kernel/time';
import type { FieldValues } from './domain/condition';
import type { Change, Comment } from './domain/facts';
import type { Slots } from './domain/slot';
import type { CategorisedStatus } from './domain/status-categories';

/** An issue as Jira tells it in one read. */
export interface IssueReading {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly created: Instant;
  readonly creator: string | null;
  readonly updated: Instant;
  readonly assignee: string | null;
  /** The tracked fields as they are now. */
  readonly values: FieldValues;
  readonly comments: readonly Comment[];
  /** False when the issue has more comments than the answer told. */
  readonly allComments: boolean;
  /** What the issue was told of its clocks, as Jira has it; null where it has nothing, absent where it was not asked for. */
  readonly told?: Slots | null;
}

/** An issue as a search tells it; without `changes` where Jira told only a part of its history. */
export interface IssueSeen extends IssueReading {
  readonly changes?: readonly Change[];
}

/** Which issues an intake asks for: the open ones of these types. */
export interface OpenAsk {
  readonly issueTypes: readonly string[];
  readonly fields: readonly string[];
  /** As well those that are done and have changed since. */
  readonly updatedSince?: Instant;
  /** Only those for which all of these slots are empty. */
  readonly withoutSlots?: readonly number[];
}

/** What the service levels ask of Jira, and tell it. */
export interface IssueTracker {
  /** The issue as it is now; undefined when it is gone, the app may not see it, or it is archived. */
  issueInUse(id: string, fields: readonly string[]): Promise<IssueReading | undefined>;
  /** Whether the app can read it: an archived issue can be read, and nothing else. */
  exists(id: string): Promise<boolean>;
  issueWithHistory(
    id: string,
    fields: readonly string[],
  ): Promise<(IssueReading & { readonly changes: readonly Change[] }) | undefined>;
  /** Histories of the tracked fields alone, oldest first. */
  histories(ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>>;
  comments(id: string): Promise<readonly Comment[]>;
  /**
   * Issues of these types that changed in the minutes between `window` ago, a page at a time. Left out are those that
   * were resolved before and whose clocks in these slots have all ended: nothing that happens to them now moves a clock,
   * but a reopening, which ends their being resolved.
   */
  updatedWithin(
    window: { readonly from: number; readonly to: number },
    of: {
      readonly issueTypes: readonly string[];
      readonly slots: readonly number[];
      readonly fields: readonly string[];
    },
    after?: string,
  ): Promise<{ readonly issues: readonly IssueReading[]; readonly next: string | undefined }>;
  /** A page of open issues with their histories, the oldest first. */
  openIssues(
    ask: OpenAsk,
    after?: string,
  ): Promise<{ readonly issues: readonly IssueSeen[]; readonly next: string | undefined }>;
  /** About how many there are. */
  countOpen(ask: OpenAsk): Promise<number>;
  /** Those among these issues, at most a hundred, that Jira shows to the app. */
  visible(ids: readonly string[]): Promise<readonly string[]>;
  /** Whether Jira shows the app all of these, at most a hundred; for a single point, however many they are. */
  showsAll(ids: readonly string[]): Promise<boolean>;
  /** Sets the field; answers the instant at which history has it, or why it is not set. */
  edit(id: string, field: 'priority' | 'assignee', value: string): Promise<Instant | 'gone' | 'refused'>;
  /** The same edit of the priority by the person on whose behalf the function runs, by that person's rights. */
  prioritise(id: string, value: string): Promise<Instant | 'gone' | 'refused'>;
  /** False when the issue is gone. */
  publishSlots(id: string, slots: Slots): Promise<boolean>;
  /**
   * Shows instants, or none, in the app's own date field; one call for any number of issues, more where some of them are
   * gone.
   */
  showNextDue(field: string, dues: readonly { readonly issueId: string; readonly due: string | null }[]): Promise<void>;
  /** Adds a public comment that carries `mark`, by which it is found again; undefined where Jira takes none. */
  comment(id: string, text: string, mark: string): Promise<Comment | undefined>;
  commentMarked(id: string, mark: string): Promise<Comment | undefined>;
  /** False where Jira does not send it: nobody may be told, or nothing can be sent. */
  notify(id: string, accountId: string, subject: string, text: string): Promise<boolean>;
  /** Every status that a workflow in use has. */
  statuses(): Promise<readonly CategorisedStatus[]>;
  /** One of them; undefined where no workflow in use has it. */
  status(id: string): Promise<CategorisedStatus | undefined>;
  lead(projectId: string): Promise<string | undefined>;
  /** Whether the issue is among what each of these JQL finds; undefined where Jira refuses one. */
  matches(id: string, jqls: readonly string[]): Promise<readonly (boolean | undefined)[]>;
}

/** Asks for issues' escalations to be looked at, each after a delay of 0 to 900 seconds. Answers how many events it took. */
export interface Escalator {
  push(asks: readonly { readonly issueId: string; readonly delaySeconds: number }[]): Promise<number>;
}
