import * as v from 'valibot';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { IssueId, isRecord } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import type { Definition } from './domain/definition';
import { DefinitionDraft, RunningClocks } from './domain/draft';
import type { Escalations } from './domain/escalation';
import type { Facts } from './domain/facts';
import type { PriorityStanding } from './domain/priority-standing';

/** Everything the panel replays an issue's clocks from. */
export const ServiceLevels = v.object({
  /** ISO instant of the answer. */
  now: v.string(),
  facts: v.custom<Facts>(isRecord),
  definitions: v.custom<readonly Definition[]>(Array.isArray),
  calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
  escalations: v.custom<Escalations>(isRecord),
  /** How the priority of an incident came to be; absent for other issues. */
  priority: v.optional(v.custom<PriorityStanding>(isRecord)),
  /** ISO instant since when Jira has not shown the app the issue's project; absent while it does. */
  hiddenSince: v.optional(v.string()),
});
export type ServiceLevels = v.InferOutput<typeof ServiceLevels>;

/** A project of whose issues Jira shows the app none, and since when, as an ISO instant. */
const HiddenProject = v.object({ projectId: v.string(), since: v.string() });

const ServiceLevelOverview = v.object({
  /** ISO instant of the answer. */
  now: v.string(),
  /** Ids of the issue types that are followed. */
  incidentTypes: v.array(v.string()),
  /** The app's own date field, absent where it is switched off or Jira does not list it. */
  nextDueField: v.optional(v.string()),
  definitions: v.custom<readonly Definition[]>(Array.isArray),
  calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
  /** Projects whose incidents are not judged for now. */
  hidden: v.array(HiddenProject),
});

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const Version = v.pipe(v.number(), v.integer(), v.minValue(1));

const EditableDefinition = v.object({
  id: v.string(),
  version: v.number(),
  /** The slot of the issue property, kept for ever: `sla2State` asks slot 2. */
  slot: v.number(),
  draft: DefinitionDraft,
});
export type EditableDefinition = v.InferOutput<typeof EditableDefinition>;

const Choice = v.object({ id: v.string(), name: v.string() });

const PlacedProblem = v.object({ place: v.string(), code: v.string(), with: v.optional(v.string()) });

const ClockThen = v.object({
  /** `not-started`, `running`, `paused`, `completed` or `cancelled`. */
  state: v.string(),
  /** The name of the goal; absent while there is none. */
  goal: v.optional(v.string()),
  /** ISO instant; absent while there is none. */
  due: v.optional(v.string()),
});

const DefinitionPreview = v.object({
  /** How many followed issues were looked at, and whether these are all there are. */
  looked: v.number(),
  whole: v.boolean(),
  /** Of those looked at: how many lack something that the draft looks at, so that nothing is said of them. */
  unknown: v.number(),
  /** Of those looked at: how many clocks run or are paused under the draft. */
  open: v.number(),
  /** By the draft's goals, in their order: open clocks that it is the first to match. */
  goals: v.array(v.number()),
  /** Clocks open now or then whose state, goal or due instant the draft changes. */
  changes: v.object({ state: v.number(), goal: v.number(), due: v.number(), any: v.number() }),
  /** Up to ten of them, by the id of their issue, which the admin may browse. */
  sample: v.array(v.object({ issueId: v.string(), before: ClockThen, after: ClockThen })),
});
export type DefinitionPreview = v.InferOutput<typeof DefinitionPreview>;

const Checked = v.object({
  /** What is refused, by its place in the draft: `scope`, `goals[2].jql`, `stop[0]`. */
  problems: v.array(PlacedProblem),
  /** What may be meant otherwise and is saved all the same. */
  warnings: v.array(PlacedProblem),
  /** Parts of JQL that only Jira can judge: asked of it whenever one of these fields changes. */
  asked: v.array(v.object({ place: v.string(), jql: v.string(), fields: v.array(v.string()) })),
});

/** What an admin edits of the service levels. A draft that cannot be is refused as `unfit`, with its places. */
export const definitionContract = {
  definitions: {
    permission: 'configuration.edit',
    input: v.object({}),
    output: v.object({
      now: v.string(),
      definitions: v.array(EditableDefinition),
      /** How many more there may ever be: a slot is not given twice. */
      freeSlots: v.number(),
      /** Ids of the issue types that are followed: a definition measures no other issue. */
      incidentTypes: v.array(v.string()),
      calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
    }),
  },
  /** What the site has to pick from, by its names. */
  definitionChoices: {
    permission: 'configuration.edit',
    input: v.object({}),
    output: v.object({
      statuses: v.array(v.object({ id: v.string(), name: v.string(), category: v.string() })),
      priorities: v.array(Choice),
      issueTypes: v.array(Choice),
      /** Fields whose values a trigger may wait for. */
      choiceFields: v.array(Choice),
      /** Date and time fields, which may agree a due instant. */
      dateFields: v.array(Choice),
    }),
  },
  /** The values of a select field that a trigger may wait for. */
  fieldChoices: {
    permission: 'configuration.edit',
    input: v.object({ field: Id }),
    output: v.object({ values: v.array(Choice) }),
  },
  /** A new definition has no id. */
  checkDefinition: {
    permission: 'configuration.edit',
    input: v.object({ id: v.optional(Id), draft: DefinitionDraft }),
    output: Checked,
  },
  /** A dry run over what is stored of the followed issues; a new definition has no id. */
  previewDefinition: {
    permission: 'configuration.edit',
    input: v.object({ id: v.optional(Id), draft: DefinitionDraft, running: RunningClocks }),
    output: DefinitionPreview,
  },
  /** Writes the next version; a new definition has neither `id` nor `basedOn`. */
  saveDefinition: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({
      id: v.optional(Id),
      basedOn: v.optional(Version),
      draft: DefinitionDraft,
      running: RunningClocks,
    }),
    output: EditableDefinition,
  },
  removeDefinition: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ id: Id, basedOn: Version }),
    output: v.null(),
  },
} as const satisfies Contract;

export const serviceLevelContract = {
  serviceLevels: {
    permission: 'service-level.view',
    issueOf: ({ issueId }: { readonly issueId: string }) => issueId,
    input: v.object({ issueId: IssueId }),
    output: ServiceLevels,
  },
  /** What is measured and by which calendars: from these a page judges issues that it read by the viewer's own rights. */
  serviceLevelOverview: {
    permission: 'service-level.overview',
    input: v.object({}),
    output: ServiceLevelOverview,
  },
} as const satisfies Contract;
