import type * as v from 'valibot';
import { type Deed, type Records, type Stored, type Unreadable, type Write, write } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { instant, seconds, toIso } from '../kernel/time';
import type { Refusal } from '../rpc/contract';
import type { World } from '../rpc/handlers';
import type { Choices } from '../set-up/domain/choices';
import type { Mapping } from '../set-up/domain/mapping';
import { nothingRemembered, type Remembered } from '../set-up/domain/remembered';
import { isTooLarge } from './configuration-size';
import { type KeptSetUp, setUpKey, setUpRow, setUpRows } from './set-up-rows';

/** What was decided and carried out, as last read or written. */
export interface Found {
  readonly record: Stored<v.InferOutput<typeof setUpRows.shape>> | Unreadable | undefined;
  readonly value: KeptSetUp | undefined;
}

/** What the app goes by, and what it knew of that by name. */
export const rememberedOf = ({ value }: Found): Remembered => ({
  ...nothingRemembered,
  ...value?.applied?.remembered,
  mapping: value?.applied?.mapping,
  making: value?.making,
});

export const noChoices: Choices = { items: {}, levels: {} };

export async function keptSetUp(records: Records): Promise<Found> {
  const record = await records.find(setUpRows, setUpKey);
  return { record, value: record?.value?.body };
}

type Told = Pick<Deed, 'action' | 'reason'>;

/** Longer than a function of 25 seconds can live: whoever holds a lease that has run out is dead. */
const leaseLasts = seconds(30);

/**
 * Has the site to itself for one call, with what is to be on record before anything is changed. Refused while another
 * call has it, and where the audit could not keep what is decided.
 */
export async function leased(
  { value, record }: Found,
  decided: { readonly choices: Choices; readonly deed?: Told },
  { records, accountId, now }: World,
): Promise<Result<Found, Refusal>> {
  if (value?.lease && instant(value.lease.until) > now()) return refuse({ code: 'changed-meanwhile' });
  // The entry of it has what was decided before, and what is.
  if (isTooLarge([value?.choices, decided.choices]))
    return refuse({ code: 'unfit', problems: [{ place: '', code: 'too-large' }] });
  const lease = { by: accountId, until: toIso((now() + leaseLasts) as ReturnType<typeof now>) };
  const body = { ...value, choices: decided.choices, lease };
  return put({ value, record }, body, decided.deed, { records, accountId, now });
}

/** Writes what is kept, with an audit entry if there is a deed to tell of. */
async function put(
  { record }: Found,
  body: KeptSetUp,
  deed: Told | undefined,
  { records, accountId, now }: World,
): Promise<Result<Found, Refusal>> {
  const value = { ...setUpRow, body };
  const writes: readonly Write[] = [write(setUpRows, setUpKey, value, record)];
  const written = deed
    ? await records.commit({ actor: accountId, at: toIso(now()), ...deed }, writes)
    : await records.save(writes);
  if (!written.ok) return written;
  const [left] = written.value;
  return allow({ record: left && { value, ...left }, value: body });
}

/** Lets the next call have the site, with what was done on record. */
export function released(found: Found, deed: Told | undefined, world: World): Promise<Result<Found, Refusal>> {
  const { lease: _, ...rest } = found.value ?? { choices: noChoices };
  return put(found, rest, deed, world);
}

/** An export goes on record; not while somebody changes the site, who has the record until that is done. */
export async function putExport({ value, record }: Found, of: string, world: World): Promise<void> {
  if (value?.lease && instant(value.lease.until) > world.now()) return;
  const exported = { at: toIso(world.now()), by: world.accountId, of };
  await put({ value, record }, { ...(value ?? { choices: noChoices }), exported }, { action: 'export.taken' }, world);
}

/** What bears no mark of the app's goes on record before it is made. */
export async function noted(
  { record, value }: Found,
  making: readonly string[],
  world: World,
): Promise<Result<Found, Refusal>> {
  const known = value?.making ?? [];
  const all = [...new Set([...known, ...making])];
  if (all.length === known.length) return allow({ record, value });
  return put({ record, value }, { ...(value ?? { choices: noChoices }), making: all }, undefined, world);
}

/** What was done goes on record, and the site stays with who did it. */
export const told = (found: Found, deed: Told, world: World): Promise<Result<Found, Refusal>> =>
  put(found, found.value ?? { choices: noChoices }, deed, world);

export type KnownSetUp = Pick<Remembered, 'things' | 'names'> & { readonly mapping: Mapping };

/** What the app goes by from now on, or by what names it knows that from now on; the next call may have the site. */
export function finished(
  { record, value = { choices: noChoices } }: Found,
  { mapping, ...remembered }: KnownSetUp,
  isNew: boolean,
  world: World,
): Promise<Result<Found, Refusal>> {
  const { lease: _, making: __, applied, ...rest } = value;
  const { at, by } = !isNew && applied ? applied : { at: toIso(world.now()), by: world.accountId };
  const body = { ...rest, applied: { at, by, mapping, remembered } };
  return put({ record, value }, body, isNew ? { action: 'set-up.finished' } : undefined, world);
}
