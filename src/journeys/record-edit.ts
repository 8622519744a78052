import type { Records } from '../kernel/records';
import { type Deed, write } from '../kernel/records';
import { allow, type Result } from '../kernel/result';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { DefinitionDraft } from '../sla/domain/draft';
import { type Configuration, configurationKey, readConfiguration } from './configuration';
import { type Edit, withEdit } from './configured';

/**
 * Writes a version with its audit entry and joins it into the configuration; of two edits of one version the second is
 * refused. An edit whose function dies in between is joined in by the next look (`settledConfiguration`).
 */
export async function recordEdit(
  edit: Edit,
  draft: DefinitionDraft | undefined,
  { actor, action }: Pick<Deed, 'actor' | 'action'>,
  records: Records,
): Promise<Result<Configuration, { readonly code: 'changed-meanwhile' | 'not-set-up' }>> {
  const { kind, id, version, at } = edit;
  const key = definitionKey(kind, id, version);
  const row = { kind, id, version, body: { ...bodyOf(edit), ...(draft && { draft }), at } };
  const written = await records.commit({ actor, action, at }, [write(definitionEntity, key, row)]);
  if (!written.ok) return written;
  const configuration = readConfiguration(await records.setting(configurationKey));
  if (!configuration) return { ok: false, reason: { code: 'not-set-up' } };
  const edited = withEdit(configuration, edit);
  await records.putSetting(configurationKey, edited);
  return allow(edited);
}

function bodyOf(edit: Edit): Readonly<Record<string, unknown>> {
  if ('removed' in edit) return { removed: true };
  if ('calendar' in edit) return { ...edit.calendar };
  return { ...edit.definition, running: edit.running };
}
