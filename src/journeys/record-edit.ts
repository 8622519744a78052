import { accountIdsIn } from '../kernel/account-ids';
import { type Deed, type Records, write } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import type { Refusal } from '../rpc/contract';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { DefinitionDraft } from '../sla/domain/draft';
import { type Configuration, changeConfiguration, presentConfiguration } from './configuration';
import { isTooLarge } from './configuration-size';
import { bodyOf, type Edit } from './edits';
import { oweRecount } from './recount';
import { slotWrite } from './slot-rows';
import { withEdit } from './with-edit';

/**
 * Writes a version with its audit entry and joins it into the configuration; of two edits of one version, and of two new
 * definitions in one slot, the second is refused, and so is what the store would not take. An edit whose function dies in
 * between is joined in by the next look (`settled`), and its recount is owed by then.
 */
export async function recordEdit(
  edit: Edit,
  draft: DefinitionDraft | undefined,
  { actor, action }: Pick<Deed, 'actor' | 'action'>,
  records: Records,
): Promise<Result<Configuration, Refusal>> {
  const { kind, id, version, at } = edit;
  const before = await presentConfiguration(records);
  if (!before) return refuse({ code: 'not-set-up' });
  const row = { kind, id, version, body: { ...bodyOf(edit), ...(draft && { draft }) } };
  if (!('removed' in edit) && (isTooLarge(told(row)) || isTooLarge(withEdit(before, edit))))
    return refuse({ code: 'unfit', problems: [{ place: longestList(edit), code: 'too-large' }] });
  if (movesClocks(edit)) await oweRecount(records, at);
  const takesSlot = 'definition' in edit && version === 1;
  const written = await records.commit({ actor, action, at }, [
    write(definitionEntity, definitionKey(kind, id, version), row),
    ...(takesSlot ? [slotWrite(edit.definition)] : []),
  ]);
  if (!written.ok) return written;
  const edited = await changeConfiguration(records, (configuration) => withEdit(configuration, edit));
  return edited ? allow(edited) : refuse({ code: 'not-set-up' });
}

/** A row as its audit entry tells it, which has a salt of 32 letters for each account id in it. */
const told = (row: unknown) => [row, [...accountIdsIn(row)].map((id) => [id, 'a'.repeat(32)])];

/** No goal counts by a calendar that is removed. */
const movesClocks = (edit: Edit): boolean => edit.kind === 'service-level' || !('removed' in edit);

/** The part of an edit that takes most of the place. */
function longestList(edit: Edit): string {
  if (!('calendar' in edit)) return 'goals';
  const { holidays, exceptions = [], breaks = [] } = edit.calendar;
  const lists = Object.entries({ holidays, exceptions, breaks });
  return lists.reduce((longest, list) => (list[1].length > longest[1].length ? list : longest))[0];
}
