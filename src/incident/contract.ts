import * as v from 'valibot';
import type { Contract } from '../rpc/contract';

const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

/** Rows by impact, columns by urgency, from 1: the level of the priority, 1 the highest. */
const PriorityMatrix = v.pipe(v.array(v.pipe(v.array(level), v.length(3))), v.length(3));

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
