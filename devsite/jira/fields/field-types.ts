import { NotSimulated } from '../../simulators/simulator';
import type { FieldType } from '../configuration/setup';
import { refuseField } from '../refusal';

interface BuiltInType {
  /** What `com.atlassian.jira.plugin.system.customfieldtypes:` goes before. */
  readonly key: string;
  readonly name: string;
  /** The type of its values, and of their members for a list. */
  readonly schema: readonly [type: string, items?: string];
  /** Those that are valid for it, its own first. */
  readonly searchers: readonly string[];
}

const type = (key: string, name: string, schema: BuiltInType['schema'], ...searchers: string[]): BuiltInType => ({
  key,
  name,
  schema,
  searchers,
});

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ (2026-11) */
const builtIn: Readonly<Record<FieldType, BuiltInType>> = {
  select: type('select', 'Select List (single choice)', ['option'], 'multiselectsearcher'),
  radio: type('radiobuttons', 'Radio Buttons', ['option'], 'multiselectsearcher'),
  multiselect: type('multiselect', 'Select List (multiple choices)', ['array', 'option'], 'multiselectsearcher'),
  checkboxes: type('multicheckboxes', 'Checkboxes', ['array', 'option'], 'multiselectsearcher'),
  labels: type('labels', 'Labels', ['array', 'string'], 'labelsearcher'),
  text: type('textfield', 'Text Field (single line)', ['string'], 'textsearcher'),
  textarea: type('textarea', 'Text Field (multi-line)', ['string'], 'textsearcher'),
  url: type('url', 'URL Field', ['string'], 'exacttextsearcher'),
  number: type('float', 'Number Field', ['number'], 'exactnumber', 'numberrange'),
  datetime: type('datetime', 'Date Time Picker', ['datetime'], 'datetimerange'),
  date: type('datepicker', 'Date Picker', ['date'], 'daterange'),
  user: type('userpicker', 'User Picker (single user)', ['user'], 'userpickergroupsearcher'),
  group: type('grouppicker', 'Group Picker (single group)', ['group'], 'grouppickersearcher'),
};

/** Types that Jira has and this site does not. */
const missing: readonly string[] = [
  'cascadingselect',
  'importid',
  'multigrouppicker',
  'multiuserpicker',
  'multiversion',
  'project',
  'readonlyfield',
  'version',
];

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

export const typeKey = (type: FieldType): string => `${PREFIX}${builtIn[type].key}`;

/** The type of a `schema`. */
export function typeSchema(of: FieldType): { readonly type: string; readonly items?: string } {
  const [type, items] = builtIn[of].schema;
  return { type, ...(items !== undefined && { items }) };
}

export const typeName = (type: FieldType): string => builtIn[type].name;

export const defaultSearcher = (type: FieldType): string | undefined => {
  const [own] = builtIn[type].searchers;
  return own && `${PREFIX}${own}`;
};

/** The type that a body's key names; 501 for one that only this site does not have. */
export function typeFor(key: string): FieldType {
  const short = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
  const found = (Object.keys(builtIn) as FieldType[]).find((type) => builtIn[type].key === short);
  if (found && key.startsWith(PREFIX)) return found;
  if (missing.includes(short) || key.startsWith('ari:')) throw new NotSimulated(`custom fields of the type ${key}`);
  throw refuseField('type', `The custom field type '${key}' was not found.`);
}

/** Refuses a searcher that is not one of the type's. */
export function checkSearcher(type: FieldType, key: string): void {
  if (!builtIn[type].searchers.some((searcher) => `${PREFIX}${searcher}` === key))
    throw refuseField('searcherKey', `The searcher '${key}' is not valid for the custom field type.`);
}

/** Whether admins make the values that fields of the type can have. */
export const hasOptions = (type: FieldType): boolean => ['select', 'radio', 'multiselect', 'checkboxes'].includes(type);
