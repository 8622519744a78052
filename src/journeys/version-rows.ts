import * as v from 'valibot';
import { workingCalendarShape } from '../calendar/working-calendar';
import { asItIs, StoredInstant } from '../kernel/shapes';
import { definitionsOf } from '../sla/definition-entity';
import { DefinitionKept, StatusesKept } from '../sla/definition-shapes';
import type { Definition } from '../sla/domain/definition';
import { DefinitionDraft, RunningClocks } from '../sla/domain/draft';

/** That there is no definition or calendar any more. */
const Removed = v.object({ removed: v.literal(true), at: StoredInstant });

/** What a version of a service level has beside the definition; all of it is absent where release 0.1.0 or a set-up wrote it. */
const Beside = v.object({
  at: v.optional(StoredInstant),
  running: v.optional(RunningClocks),
  statuses: v.optional(StatusesKept),
  draft: v.optional(DefinitionDraft),
});

type LevelBody = v.InferOutput<typeof Removed> | (Definition & v.InferOutput<typeof Beside>);

const isLevel = (body: unknown): boolean => v.is(DefinitionKept, body) && v.is(Beside, body);

/** The versions of service levels. */
export const levelRows = definitionsOf(
  'service-level',
  v.custom<LevelBody>((body) => v.is(Removed, body) || isLevel(body)),
);

/** The versions of calendars. */
export const calendarRows = definitionsOf(
  'calendar',
  asItIs(v.union([Removed, v.object({ ...workingCalendarShape.entries, at: v.optional(StoredInstant) })])),
);

/** Whose a slot is. */
export const slotRows = definitionsOf('slot', v.object({ definitionId: v.string() }));
