import type { Option } from '../configuration/configuration';
import type { CustomField, FieldType, Setup } from '../configuration/setup';
import { isDay, jiraTime, readJiraTime } from '../jira-time';
import type { Json } from '../json';
import { groupShape, optionShape, userShape } from '../shapes';
import { isDocument, NUL_REFUSED, plainText, unfitText } from './adf';
import { contextOf, optionsOf } from './contexts';
import { keptLabels, unfitLabels } from './label-check';

/** What a changelog says of a value: its id and its words, null where there is none. */
export interface Told {
  readonly id: string | null;
  readonly text: string | null;
}

/** A value of a type of custom field: as it comes in, is kept, goes out and stands in the changelog. */
interface ValueKind {
  /** Answers what is kept, or throws the words of the refusal. */
  readonly keep: (value: Json, field: CustomField, setup: Setup, options: readonly Option[]) => Json;
  readonly show: (kept: Json, field: CustomField, setup: Setup) => Json;
  readonly tell: (kept: Json, field: CustomField, setup: Setup) => Told;
}

/** Thrown with Jira's words when a value cannot be a field's. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

const unlessUnfit = <Value>(value: Value | undefined, words: string): Value => {
  if (value === undefined) throw new Unfit(words);
  return value;
};

const asIs = (kept: Json): Json => kept;

const words = (kept: Json): Told => ({ id: null, text: String(kept) });

function shortText(value: Json): string {
  if (typeof value !== 'string') throw new Unfit('Operation value must be a string');
  if (value.length > 255)
    throw new Unfit('The entered text is too long. It exceeds the allowed limit of 255 characters.');
  if (value.includes('\0')) throw new Unfit(NUL_REFUSED);
  return value;
}

/** Answers a document that can be kept; throws `Unfit`. */
export function fitDocument(value: Json): Json {
  if (!isDocument(value))
    throw new Unfit('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  const unfit = unfitText(value);
  if (unfit !== undefined) throw new Unfit(unfit);
  return value;
}

const text: ValueKind = { keep: shortText, show: asIs, tell: words };

const textarea: ValueKind = {
  keep: fitDocument,
  show: asIs,
  tell: (kept) => ({ id: null, text: plainText(kept) }),
};

const number: ValueKind = {
  keep: (value) => unlessUnfit(typeof value === 'number' ? value : undefined, 'Operation value must be a number'),
  show: asIs,
  tell: words,
};

const optionOf = (options: readonly Option[], wanted: Json) =>
  options.find(
    ({ id, value, disabled }) =>
      !disabled && (wanted?.id === undefined ? value === wanted?.value : String(id) === String(wanted.id)),
  );

const select: ValueKind = {
  keep: (value, field, _setup, options) =>
    unlessUnfit(
      optionOf(options, value)?.id,
      value?.id === undefined && value?.value === undefined
        ? `Specify a valid 'id' or 'name' for ${field.name}`
        : `Option ${value.id === undefined ? 'value' : 'id'} '${value.id ?? value.value}' is not valid`,
    ),
  show: (kept, field) => {
    const option = optionsOf(field).get(kept);
    return option ? optionShape(option) : null;
  },
  tell: (kept, field) => ({ id: String(kept), text: optionsOf(field).get(kept)?.value ?? null }),
};

const several: ValueKind = {
  keep: (value, field, setup, options) => {
    if (!Array.isArray(value)) throw new Unfit('data was not an array');
    const ids = new Set(value.map((each) => select.keep(each, field, setup, options)));
    return ids.size === 0 ? undefined : [...ids];
  },
  show: (kept: readonly number[], field) =>
    kept.flatMap((id) => {
      const option = optionsOf(field).get(id);
      return option ? [optionShape(option)] : [];
    }),
  tell: (kept: readonly number[], field) => ({
    id: `[${kept.join(', ')}]`,
    text: kept.map((id) => optionsOf(field).get(id)?.value ?? '').join(','),
  }),
};

const labels: ValueKind = {
  keep: (value) => {
    const unfit = unfitLabels(value);
    if (unfit !== undefined) throw new Unfit(unfit);
    return value.length === 0 ? undefined : keptLabels(value);
  },
  show: asIs,
  tell: (kept) => ({ id: null, text: kept.join(' ') }),
};

const url: ValueKind = {
  keep: (value) => {
    const address = shortText(value);
    if (!URL.canParse(address)) throw new Unfit('Not a valid URL');
    return address;
  },
  show: asIs,
  tell: words,
};

const datetime: ValueKind = {
  keep: (value) =>
    unlessUnfit(readJiraTime(value), 'Operation value must be a date-time as in 2026-01-01T00:00:00.000+0000'),
  show: jiraTime,
  tell: (kept) => ({ id: jiraTime(kept), text: jiraTime(kept) }),
};

const date: ValueKind = {
  keep: (value) =>
    unlessUnfit(isDay(value) ? value : undefined, "Error parsing date string: expected the format 'yyyy-MM-dd'"),
  show: asIs,
  tell: (kept) => ({ id: kept, text: kept }),
};

const user: ValueKind = {
  keep: (value, _field, setup) =>
    unlessUnfit(setup.users.get(value?.accountId)?.accountId, 'Specify a valid user by accountId'),
  show: (kept, _field, setup) => {
    const found = setup.users.get(kept);
    return found ? userShape(found) : null;
  },
  tell: (kept, _field, setup) => ({ id: kept, text: setup.users.get(kept)?.displayName ?? null }),
};

const groupNamed = (setup: Setup, wanted: Json): string | undefined => {
  if (wanted?.groupId === undefined) return setup.groups.has(wanted?.name) ? wanted.name : undefined;
  return [...setup.groups].find(([, group]) => group.id === wanted.groupId)?.[0];
};

const group: ValueKind = {
  keep: (value, _field, setup) => unlessUnfit(groupNamed(setup, value), 'Specify a valid group by name or groupId'),
  show: (kept, _field, setup) => groupShape(setup, kept),
  tell: (kept, _field, setup) => ({ id: setup.groups.get(kept)?.id ?? null, text: kept }),
};

const kinds: Readonly<Record<FieldType, ValueKind>> = {
  text,
  textarea,
  url,
  number,
  select,
  radio: select,
  multiselect: several,
  checkboxes: several,
  labels,
  datetime,
  date,
  user,
  group,
};

/** The project and type of an issue: what a field's context is chosen by. */
export interface Kind {
  readonly projectId: number;
  readonly typeId: number;
}

/** Jira's words for a field that cannot be set where it is. */
export const offScreen = (id: string): Unfit =>
  new Unfit(`Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);

/** What is kept of a custom field's value, undefined for none; throws `Unfit`, also where the field has no context. */
export function keptValue(setup: Setup, field: CustomField, value: Json, { projectId, typeId }: Kind): Json {
  const context = contextOf(field, projectId, typeId);
  if (!context) throw offScreen(field.id);
  return value === null || value === undefined
    ? undefined
    : kinds[field.type].keep(value, field, setup, context.options);
}

export const shownValue = (setup: Setup, field: CustomField, kept: Json): Json =>
  kept === undefined ? null : kinds[field.type].show(kept, field, setup);

export const toldValue = (setup: Setup, field: CustomField, kept: Json): Told =>
  kept === undefined ? { id: null, text: null } : kinds[field.type].tell(kept, field, setup);
