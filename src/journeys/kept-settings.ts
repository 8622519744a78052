import * as v from 'valibot';
import type { Mapping } from '../set-up/domain/mapping';
import { definitionKey } from '../sla/definition-entity';
import type { Configuration } from './configuration';

/** What an admin settled about incidents: one record, changed in place. */
export const incidentSettings = { kind: 'incident-settings', id: 'incident', version: 1 } as const;

/** The rows beside definitions and calendars that the configuration is compiled from. */
export const keptKeys = [
  definitionKey(incidentSettings.kind, incidentSettings.id, incidentSettings.version),
  definitionKey('set-up', 'site', 1),
] as const;

const IncidentSettings = v.object({ matrix: v.array(v.array(v.number())), showNextDue: v.boolean() });
export type IncidentSettings = v.InferOutput<typeof IncidentSettings>;

/** What an admin settled about incidents; undefined before, when the configuration has what it was set up with. */
export const readIncidentSettings = (body: unknown): IncidentSettings | undefined =>
  body === undefined ? undefined : v.parse(IncidentSettings, body);

const SetUp = v.object({
  applied: v.optional(v.object({ at: v.string(), mapping: v.custom<Mapping>((one) => typeof one === 'object') })),
});

/** The configuration by what the rows of `keptKeys` say; the same where they say nothing else. */
export function withKept(configuration: Configuration, [settings, setUp]: readonly unknown[]): Configuration {
  const kept = readIncidentSettings(settings);
  const applied = setUp === undefined ? undefined : v.parse(SetUp, setUp).applied;
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
