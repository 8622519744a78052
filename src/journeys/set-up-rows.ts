import * as v from 'valibot';
import { asItIs, StoredInstant } from '../kernel/shapes';
import { Choices } from '../set-up/domain/choices';
import type { Mapping } from '../set-up/domain/mapping';
import type { Remembered } from '../set-up/domain/remembered';
import { definitionKey, definitionsOf } from '../sla/definition-entity';

export const setUpRow = { kind: 'set-up', id: 'site', version: 1 } as const;
export const setUpKey = definitionKey(setUpRow.kind, setUpRow.id, setUpRow.version);

const Ids = v.array(v.string());

const LevelsMapped = v.exactOptional(
  v.union([v.undefined(), v.object({ field: v.string(), levels: v.record(v.string(), v.picklist([0, 1, 2, 3])) })]),
);

const MappingKept = v.object({
  incidentTypes: Ids,
  impact: LevelsMapped,
  urgency: LevelsMapped,
  priorities: Ids,
  pausing: Ids,
});

const NamesKept = v.record(v.string(), v.string());

const RememberedKept: v.GenericSchema<unknown, Pick<Remembered, 'things' | 'names'>> = v.object({
  things: v.record(v.string(), v.object({ id: v.string(), name: v.string(), made: v.exactOptional(v.literal(true)) })),
  names: v.object({ issueTypes: NamesKept, priorities: NamesKept, statuses: NamesKept }),
});

const KeptSetUp = v.object({
  choices: Choices,
  applied: v.optional(
    v.object({
      at: StoredInstant,
      by: v.string(),
      mapping: asItIs(MappingKept as v.GenericSchema<unknown, Mapping>),
      /** Absent where release 0.1.0 carried it out. */
      remembered: v.optional(asItIs(RememberedKept)),
    }),
  ),
  /** Link types that were about to be made before the plan was carried out to its end. */
  making: v.optional(v.array(v.string())),
  /** The last export that was taken whole: when it ended, by whom, and the digest of the settings that it has. */
  exported: v.optional(v.object({ at: StoredInstant, by: v.string(), of: v.string() })),
  /** Who changes the site right now, and until when nobody else may. */
  lease: v.optional(v.object({ by: v.string(), until: StoredInstant })),
});
export type KeptSetUp = v.InferOutput<typeof KeptSetUp>;

/** What was decided and carried out of the set-up: one record, changed in place. */
export const setUpRows = { ...definitionsOf('set-up', KeptSetUp), byPart: ['body'] as const };
