import { NotSimulated } from '../../simulators/simulator';
import { objectsIn, textIn, textsIn } from '../body-reading';
import { isObject } from '../checks';
import { needed, oneOf } from '../fields/asked-fields';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { Issue } from './issue';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-bulk-operations/ (2026-11) */
const MOST_FIELDS = 200;

/** What a field is to hold, as an edit of one issue would say it; it may depend on what the issue holds. */
type Wanted = (issue: Issue) => Json;

type Reading = readonly (readonly [fieldId: string, wanted: Wanted])[];

/** A list of inputs, each of which names its field. */
const each =
  (name: string, wanted: (input: Json) => Wanted) =>
  (body: Json): Reading =>
    objectsIn(body, name).map((input) => [needed(input, 'fieldId', name), wanted(input)]);

const always =
  (value: Json): Wanted =>
  () =>
    value;

/** An empty text empties the field. */
const textOrNull = (text: string | undefined): Json => (text ? text : null);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `1/Jan/26` or `01-01-2026` as Jira keeps a day; anything else stays, and is refused as no day. */
function dayOf(text: string): string {
  const short = /^(\d{1,2})\/([a-z]{3})\/(\d{2})$/i.exec(text);
  const month = months.indexOf(short?.[2]?.toLowerCase() ?? '') + 1;
  if (short && month > 0) return `20${short[3]}-${String(month).padStart(2, '0')}-${short[1]?.padStart(2, '0')}`;
  const long = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  return long ? `${long[3]}-${long[2]}-${long[1]}` : `no day: ${text}`;
}

const severalOptions = ['ADD', 'REMOVE', 'REPLACE', 'REMOVE_ALL'] as const;

const labelsOf = ({ row, custom }: Issue, id: string): readonly string[] =>
  id === 'labels' ? JSON.parse(row.labels_json) : (custom[id] ?? []);

type LabelChange = (before: readonly string[], given: readonly string[]) => readonly string[];

const labelChanges: Readonly<Record<(typeof severalOptions)[number], LabelChange>> = {
  ADD: (before, given) => [...before, ...given],
  REMOVE: (before, given) => before.filter((label) => !given.includes(label)),
  REPLACE: (_before, given) => given,
  REMOVE_ALL: () => [],
};

function labels(input: Json): Wanted {
  const id = textIn(input, 'fieldId', '');
  const option = oneOf(severalOptions, needed(input, 'bulkEditMultiSelectFieldOption', 'labelsFields'), 'labelsFields');
  const given = objectsIn(input, 'labels').map((label) => needed(label, 'name', 'labelsFields.labels'));
  return (issue) => labelChanges[option](labelsOf(issue, id), given);
}

function person({ user }: Json): Wanted {
  const accountId = user?.accountId;
  if (accountId === '-1') throw new NotSimulated('automatic assignment in a bulk edit');
  return always(accountId ? { accountId } : null);
}

const chosenOption = ({ option }: Json): Json =>
  option?.optionId === undefined || Number(option.optionId) === -1 ? null : { id: String(option.optionId) };

const dateTime = (input: Json): Json => textOrNull(textIn(input.dateTime, 'formattedDateTime', ''));

function day(input: Json): Json {
  const text = textIn(input.date, 'formattedDate', '');
  return text === '' ? null : dayOf(text);
}

function group(input: Json): Json {
  const name = textIn(input.group, 'groupName', '');
  return name === '' ? null : { name };
}

const several = (input: Json): Json => objectsIn(input, 'options').map(({ optionId }) => ({ id: String(optionId) }));

/** An input that stands by itself, for the field that it names. */
const alone =
  (name: string, fieldId: string, idName: string) =>
  (body: Json): Reading =>
    isObject(body[name]) ? [[fieldId, always({ id: needed(body[name], idName, name) })]] : [];

const readings: Readonly<Record<string, (body: Json) => Reading>> = {
  clearableNumberFields: each('clearableNumberFields', ({ value }) => always(value ?? null)),
  datePickerFields: each('datePickerFields', (input) => always(day(input))),
  dateTimePickerFields: each('dateTimePickerFields', (input) => always(dateTime(input))),
  issueType: alone('issueType', 'issuetype', 'issueTypeId'),
  labelsFields: each('labelsFields', labels),
  multipleSelectFields: each('multipleSelectFields', (input) => always(several(input))),
  priority: alone('priority', 'priority', 'priorityId'),
  richTextFields: each('richTextFields', ({ richText }) => always(richText?.adfValue ?? null)),
  singleGroupPickerFields: each('singleGroupPickerFields', (input) => always(group(input))),
  singleLineTextFields: each('singleLineTextFields', (input) => always(textOrNull(textIn(input, 'text', '')))),
  singleSelectClearableUserPickerFields: each('singleSelectClearableUserPickerFields', person),
  singleSelectFields: each('singleSelectFields', (input) => always(chosenOption(input))),
  urlFields: each('urlFields', (input) => always(textOrNull(textIn(input, 'url', '')))),
};

/** Inputs that Jira's description has and this site does not. */
const missing: readonly string[] = [
  'cascadingSelectFields',
  'colorFields',
  'multipleGroupPickerFields',
  'multipleSelectClearableUserPickerFields',
  'multipleVersionPickerFields',
  'multiselectComponents',
  'originalEstimateField',
  'singleVersionPickerFields',
  'status',
  'timeTrackingField',
];

function readingOf(input: Json, name: string): Reading {
  const read = Object.hasOwn(readings, name) ? readings[name] : undefined;
  if (read) return read(input);
  if (missing.includes(name)) throw new NotSimulated(`${name} of a bulk edit`);
  throw refuse(400, `Unrecognized field '${name}' in editedFieldsInput`);
}

/** What a bulk edit asks for, by the field's id; refused where it does not hold exactly the fields it selects. */
export function wantedIn(body: Json): ReadonlyMap<string, Wanted> {
  const input = body?.editedFieldsInput;
  if (!isObject(input)) throw refuse(400, "'editedFieldsInput' must be an object.");
  const actions = new Set(textsIn(body, 'selectedActions'));
  if (actions.size === 0 || actions.size > MOST_FIELDS)
    throw refuse(400, `'selectedActions' must name 1 to ${MOST_FIELDS} fields.`);
  const wanted = new Map(Object.keys(input).flatMap((name) => [...readingOf(input, name)]));
  const unlisted = [...wanted.keys()].filter((id) => !actions.has(id));
  if (unlisted.length > 0)
    throw refuse(
      400,
      `The following editedFieldInput values are not listed as selectedActions : ${unlisted.join(', ')}`,
    );
  const empty = [...actions].filter((id) => !wanted.has(id));
  if (empty.length > 0)
    throw refuse(400, `The following selectedActions have no value in editedFieldsInput : ${empty.join(', ')}`);
  return wanted;
}

/** The fields of system that a bulk edit can set. */
const systemFields = ['assignee', 'description', 'duedate', 'issuetype', 'labels', 'priority', 'reporter', 'summary'];

export const isBulkEditable = (id: string): boolean => id.startsWith('customfield_') || systemFields.includes(id);

/** What can be done to a field that holds several values. */
export const severalOptionsOf = (schemaItems: string | undefined): readonly string[] | undefined =>
  schemaItems === 'string' ? severalOptions : undefined;
