import * as v from 'valibot';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { IssueId } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import type { Definition } from './domain/definition';
import type { Escalations } from './domain/escalation';
import type { Facts } from './domain/facts';

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Everything the panel replays an issue's clocks from. */
export const ServiceLevels = v.object({
  /** ISO instant of the answer. */
  now: v.string(),
  facts: v.custom<Facts>(isRecord),
  definitions: v.custom<readonly Definition[]>(Array.isArray),
  calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
  escalations: v.custom<Escalations>(isRecord),
});
export type ServiceLevels = v.InferOutput<typeof ServiceLevels>;

const ServiceLevelOverview = v.object({
  /** ISO instant of the answer. */
  now: v.string(),
  /** Ids of the issue types that are followed. */
  incidentTypes: v.array(v.string()),
  /** The app's own date field, absent where it is switched off or Jira does not list it. */
  nextDueField: v.optional(v.string()),
  definitions: v.custom<readonly Definition[]>(Array.isArray),
  calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
});

/** What an admin edits of the service levels. */
export const definitionContract = {} as const satisfies Contract;

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
