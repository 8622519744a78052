import type { Answer, Ask } from '../simulators/simulator';
import type { Json } from './json';
import type { JiraSeed } from './seed/jira-seed';

/** Who asks Jira. A person's own calls carry no scopes; an app's are checked against those it declared. */
export interface Caller {
  readonly kind: 'person' | 'app';
  /** The person, or the account of the app itself. */
  readonly accountId: string;
  /** The app's declared scopes; absent when a person asks without an app between. */
  readonly scopes?: readonly string[];
}

export interface JiraAnswer extends Answer {
  /** What the call costs an app of its hourly points. */
  readonly points: number;
  /** The route that answered, as Jira's description writes its path; absent when there is none. */
  readonly route?: string;
}

/** Something happened that apps may hear of. `body` holds exactly the keys the platform documents, `eventType` aside. */
export interface ProductEvent {
  readonly eventType: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The account that caused it. */
  readonly actor: string;
  /** Of the project whose data it tells, where the body does not name it. */
  readonly projectId?: number;
}

/** A mail that Jira would have sent. */
export interface Mail {
  readonly id: number;
  readonly at: number;
  readonly issueId: string;
  readonly issueKey: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Jira {
  /** Answers a REST call; a `PlatformError` never leaves it. */
  handle(caller: Caller, ask: Ask): JiraAnswer;
  /** Has the app's functions do what the answer to this very ask waits for; undefined when nothing is to be done. */
  prepare(caller: Caller, ask: Ask): Promise<void> | undefined;
  /** A person's own call: throws on anything but 2xx, answers the body. */
  as(accountId: string): Client;
  mailbox(): readonly Mail[];
  /** An admin's app access rule: whether the app may reach what is in a project. */
  setAppAccess(projectKey: string, allowed: boolean): void;
  /** The app was taken off the site, or installed anew. */
  appRemoved(): void;
  appInstalled(): void;
  /** Closes a person's account for good: it can do nothing more, and nobody is told its name. */
  closeAccount(accountId: string): void;
  /** Undefined where nobody has the account. */
  accountStanding(accountId: string): 'open' | 'closed' | undefined;
  /** Fills an empty site. */
  seed(seed: JiraSeed): void;
}

export interface Client {
  get<Body = Json>(path: string): Body;
  post<Body = Json>(path: string, body: unknown): Body;
  put<Body = Json>(path: string, body: unknown): Body;
  delete(path: string): void;
}

export type { JiraSeed, SeedHolder, SeedProject, SeedUser } from './seed/jira-seed';
