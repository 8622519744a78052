import { auditEntity } from '../audit/audit-entry';
import type { Records } from '../kernel/records';
import { allow, type Result } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { Refusal } from '../rpc/contract';
import type { Mapping } from '../set-up/domain/mapping';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { Definition, Trigger } from '../sla/domain/definition';
import { noStatuses, withListed } from '../sla/domain/status-categories';
import { type Configuration, changeConfiguration } from './configuration';
import { compileDefault, defaultDrafts, defaultsFor, unmapped } from './default-service-levels';
import { recordEdit } from './record-edit';
import type { SetUpRefused } from './set-up-refused';
import { settledConfiguration } from './settled-configuration';
import type { SettingUpWorld, SiteShape } from './site-shape';

type MappedSite = SiteShape & { readonly mapping: Mapping };

const action = 'service-levels.set-up';

/**
 * A site that is set up goes by another mapping: its incidents, its levels, and the next version of each service level
 * that the set-up wrote. One that somebody edited stays as it is, and the plan tells what it does not know.
 */
export async function mapAnew(site: MappedSite, world: SettingUpWorld): Promise<Result<Configuration, SetUpRefused>> {
  const { records } = world;
  const known = await settledConfiguration(records);
  for (const definition of known?.definitions ?? []) {
    const written = await writtenAnew(definition, site, world);
    if (!written.ok) return written;
  }
  const mapped = await changeConfiguration(records, (configuration) => withMapping(configuration, site.mapping));
  return mapped ? allow(mapped) : { ok: false, reason: { code: 'not-set-up' } };
}

function withMapping(configuration: Configuration, mapping: Mapping): Configuration {
  const { incidentTypes, impact = unmapped, urgency = unmapped, priorities } = mapping;
  const priority = { ...configuration.priority, impact, urgency, priorities: [...priorities] };
  const after = { ...configuration, incidentTypes: [...incidentTypes], priority };
  return JSON.stringify(after) === JSON.stringify(configuration) ? configuration : after;
}

/** The next version of a service level, if the set-up wrote it and now says something else. */
async function writtenAnew(
  definition: Definition,
  site: MappedSite,
  { records, now }: SettingUpWorld,
): Promise<Result<null, SetUpRefused>> {
  const { id, slot, version } = definition;
  const wanted = defaultsFor(site).find((one) => one.id === id);
  if (!wanted) return allow(null);
  const compiled = compileDefault({ ...wanted, slot, version: version + 1 }, site);
  if (!compiled.ok) return compiled;
  if (meaning(compiled.value) === meaning(definition) || !(await isAsSetUp(definition, records))) return allow(null);
  const statuses = withListed(noStatuses, site.statuses);
  const edit = { id, version: version + 1, at: toIso(now()), definition: compiled.value, statuses } as const;
  const written = await recordEdit(
    { kind: 'service-level', running: 'move', ...edit },
    defaultDrafts(site).get(id),
    { actor: 'app', action },
    records,
  );
  return written.ok ? allow(null) : { ok: false, reason: { code: refusalOf(written.reason.code) } };
}

const refusalOf = (code: Refusal['code']) => (code === 'changed-meanwhile' || code === 'not-set-up' ? code : 'unfit');

/** What of a service level depends on the site; the statuses of a category are followed without a new version. */
const meaning = ({ scope, start, stop, pause, goals }: Definition): string =>
  JSON.stringify([scope, start.map(meant), stop.map(meant), pause, goals.map(({ condition }) => condition)]);

const meant = (trigger: Trigger) =>
  trigger.kind === 'enters' && trigger.category ? { entersCategory: trigger.category } : trigger;

/** Whether the set-up wrote a version, and nobody since. */
async function isAsSetUp({ id, version }: Definition, { list }: Records): Promise<boolean> {
  const subject = `${definitionEntity.name}#${definitionKey('service-level', id, version)}`;
  const { items } = await list(auditEntity, 'by-subject', { partition: [subject] }, { limit: 1 });
  const [entry] = items;
  return entry ? entry.value.action === action : version === 1;
}
