import * as v from 'valibot';
import { type Records, readable } from '../kernel/records';
import type { Mapping } from '../set-up/domain/mapping';
import { definitionKey, definitionsOf } from '../sla/definition-entity';
import type { Configuration } from './configuration';
import { setUpKey, setUpRows } from './set-up-rows';

/** What an admin settled about incidents: one record, changed in place. */
export const incidentSettings = { kind: 'incident-settings', id: 'incident', version: 1 } as const;

export const settingsKey = definitionKey(incidentSettings.kind, incidentSettings.id, incidentSettings.version);

const IncidentSettings = v.object({ matrix: v.array(v.array(v.number())), showNextDue: v.boolean() });
export type IncidentSettings = v.InferOutput<typeof IncidentSettings>;

/** What an admin settled about incidents; none is there before, when the configuration has what it was set up with. */
export const incidentSettingRows = definitionsOf('incident-settings', IncidentSettings);

/** What the configuration is compiled from beside definitions and calendars. */
export interface KeptBeside {
  readonly settings: IncidentSettings | undefined;
  readonly applied: { readonly at: string; readonly mapping: Mapping } | undefined;
}

export async function keptBeside(records: Pick<Records, 'find'>): Promise<KeptBeside> {
  const settings = readable(await records.find(incidentSettingRows, settingsKey))?.value.body;
  const setUp = readable(await records.find(setUpRows, setUpKey))?.value.body;
  return { settings, applied: setUp?.applied };
}

/** The configuration by what is kept beside it; the same where that says nothing else. */
export function withKept(configuration: Configuration, { settings: kept, applied }: KeptBeside): Configuration {
  const settled = kept ? withIncidentSettings(configuration, kept) : configuration;
  return applied && applied.at !== settled.mapped ? withMapping(settled, applied) : settled;
}

/** The configuration by what an admin settled about incidents; the same where it goes by that already. */
export function withIncidentSettings(
  configuration: Configuration,
  { matrix, showNextDue }: IncidentSettings,
): Configuration {
  const { priority } = configuration;
  const isSame = JSON.stringify(matrix) === JSON.stringify(priority.matrix);
  if (isSame && showNextDue === configuration.showNextDue) return configuration;
  return { ...configuration, priority: { ...priority, matrix }, showNextDue };
}

/** Nothing on the site stands for it. */
const unmapped = { field: '', levels: {} };

/** A mapping is taken up once: what is set up meanwhile is on record only when all of it is done. */
function withMapping(
  configuration: Configuration,
  { at, mapping }: { readonly at: string; readonly mapping: Mapping },
): Configuration {
  const { incidentTypes, impact = unmapped, urgency = unmapped, priorities } = mapping;
  const priority = { ...configuration.priority, impact, urgency, priorities: [...priorities] };
  return { ...configuration, incidentTypes: [...incidentTypes], priority, mapped: at };
}
