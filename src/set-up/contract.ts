import * as v from 'valibot';
import { recordKinds } from '../kernel/record-kinds';
import { isRecord } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import { Choices } from './domain/choices';
import type { Drift } from './domain/drift';
import type { Mapping } from './domain/mapping';
import type { PlanItem } from './domain/plan';
import type { Described, FieldReading, Named, SiteReading } from './domain/reading';
import type { Removal } from './domain/removal';

/** What the mappings of the page choose from. */
const Offered = v.object({
  priorities: v.custom<readonly Named[]>(Array.isArray),
  statuses: v.custom<SiteReading['statuses']>(Array.isArray),
  /** The fields that stand for impact and urgency, with their options. */
  impact: v.optional(v.custom<FieldReading>(isRecord)),
  urgency: v.optional(v.custom<FieldReading>(isRecord)),
  /** Team-managed projects, by id, to name a status or type that is theirs. */
  projects: v.custom<readonly Described[]>(Array.isArray),
});

const Owed = {
  /** Lines of the plan for which the site is still to be changed: what people count. */
  changes: v.number(),
  /** Writes to Jira that the plan takes in all, and those that are still owed: several a line. */
  writes: v.object({ all: v.number(), owed: v.number() }),
};

export const SetUpPlan = v.object({
  items: v.custom<readonly PlanItem[]>(Array.isArray),
  ...Owed,
  /** What the app goes by, as the plan has it now. */
  mapping: v.custom<Mapping>(isRecord),
  /** Whether the app goes by it already. */
  isGoneBy: v.boolean(),
  offered: Offered,
  choices: Choices,
  /** When it was last carried out to its end, and by whom; absent before. */
  applied: v.optional(v.object({ at: v.string(), by: v.string() })),
  /** Whether what the app goes by differs from what is there now: something was taken away or changed since. */
  drift: v.custom<readonly Drift[]>(Array.isArray),
});
export type SetUpPlan = v.InferOutput<typeof SetUpPlan>;

const Applied = v.object({
  ...Owed,
  /** The stages that were carried out by this call. */
  carriedOut: v.array(v.string()),
  finished: v.boolean(),
  /** What Jira would not take, in its words; the rest waits for it. */
  refused: v.optional(v.object({ stage: v.string(), status: v.number(), words: v.string() })),
  /** What cannot go on, and for which stage or item it waits: `jira` where Jira does not show what it took. */
  stuck: v.optional(v.array(v.object({ stage: v.string(), for: v.string() }))),
});
export type Applied = v.InferOutput<typeof Applied>;

export interface RemovalOffer extends Removal {
  /** Issues that use it, `unknown` where Jira does not say; Jira itself may name other uses when it is to go. */
  readonly uses: number | 'unknown';
}

const RemovalAsk = v.object({
  kind: v.picklist([
    'project',
    'workflow-scheme',
    'type-screen-scheme',
    'screen-scheme',
    'screen',
    'type-scheme',
    'workflow',
    'field',
    'issue-type',
    'status',
  ]),
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
});

/** The parts of an export, in their order. */
export const exportParts = ['settings', ...recordKinds] as const;

/** Where an export goes on: the part it is at, and the place in it. */
const ExportPlace = v.object({
  part: v.picklist(exportParts),
  /** A cursor of the storage's. */
  after: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
  /** The digest of the settings when the export began: an export is whole that goes on from its first page to its last. */
  of: v.optional(v.pipe(v.string(), v.hexadecimal(), v.length(64))),
});
export type ExportPlace = v.InferOutput<typeof ExportPlace>;

const ExportPage = v.object({
  rows: v.array(
    v.object({
      part: v.string(),
      key: v.string(),
      value: v.unknown(),
      /** Of a record: the subject of its audit chain, and the chain's end as the record knows it. */
      subject: v.optional(v.string()),
      trail: v.optional(v.string()),
    }),
  ),
  /** Absent after the last page. */
  next: v.optional(ExportPlace),
});
export type ExportPage = v.InferOutput<typeof ExportPage>;

export const setUpContract = {
  /** The plan with these choices, or with those of the last time. Changes nothing. */
  planSetUp: {
    permission: 'configuration.edit',
    input: v.object({ choices: v.optional(Choices) }),
    output: SetUpPlan,
  },
  /** Carries out as much of the plan as fits into one call; asked again until it is finished. */
  applySetUp: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ choices: Choices }),
    output: Applied,
  },
  /** Everything the app keeps, a page at a time, and at last the entries of every audit chain. */
  exportPage: {
    permission: 'configuration.edit',
    input: v.object({ place: v.optional(ExportPlace) }),
    output: ExportPage,
  },
  /** What the app made on the site, in the order in which it can go. */
  planRemoval: {
    permission: 'configuration.edit',
    input: v.object({}),
    output: v.object({
      made: v.custom<readonly RemovalOffer[]>(Array.isArray),
      /** Whether whoever asks has an export that is fresh: without one nothing is taken away. */
      isExported: v.boolean(),
    }),
  },
  /** Takes one thing away that the app made and nobody uses, for whoever has just exported everything. */
  removeMade: {
    permission: 'configuration.edit',
    writes: true,
    input: RemovalAsk,
    output: v.object({
      outcome: v.picklist(['removed', 'in-use', 'not-ours', 'refused', 'not-exported']),
      words: v.optional(v.string()),
    }),
  },
} as const satisfies Contract;
