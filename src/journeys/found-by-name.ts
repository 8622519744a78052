import type { LevelField } from '../incident/domain/priority-matrix';
import { allow, type Result, refuse } from '../kernel/result';
import type { NameMissing, SiteShape } from './site-shape';

/** What of a site the app goes by. */
export interface GoneBy {
  readonly incidentTypes: readonly string[];
  readonly impact: LevelField;
  readonly urgency: LevelField;
  readonly priorities: readonly string[];
}

/** What the site has under the names that an install looks for. */
export async function byName(site: SiteShape): Promise<Result<GoneBy, NameMissing>> {
  const incidents = site.issueTypes.filter(({ name }) => name === 'Incident');
  if (!incidents.length) return refuse({ code: 'no-such-issue-type', name: 'Incident' });
  if (site.priorities.length < 5) return refuse({ code: 'too-few-priorities', name: '5' });
  const impact = await levelField(site, 'Impact');
  if (!impact.ok) return impact;
  const urgency = await levelField(site, 'Urgency');
  if (!urgency.ok) return urgency;
  const priorities = site.priorities.slice(0, 5).map(({ id }) => id);
  const incidentTypes = incidents.map(({ id }) => id);
  return allow({ incidentTypes, impact: impact.value, urgency: urgency.value, priorities });
}

/** Options count by their order in their context: the first is level 1. */
async function levelField(site: SiteShape, name: string): Promise<Result<LevelField, NameMissing>> {
  const field = await site.fieldsNamed(name);
  const options = field?.contexts.flatMap((context) => context.map(({ id }, i) => [id, i + 1] as const)) ?? [];
  if (!field || !options.length) return refuse({ code: 'no-such-field', name });
  return allow({ field: field.id, levels: Object.fromEntries(options) });
}
