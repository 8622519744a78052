import { NotSimulated } from '../simulators/simulator';
import { refuseField } from './refusal';
import type { FieldType } from './setup';

interface BuiltInType {
  /** What `com.atlassian.jira.plugin.system.customfieldtypes:` goes before. */
  readonly key: string;
  readonly name: string;
  /** Those that are valid for it, its own first. */
  readonly searchers: readonly string[];
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ (2026-11) */
const builtIn: Readonly<Record<FieldType, BuiltInType>> = {
  select: { key: 'select', name: 'Select List (single choice)', searchers: ['multiselectsearcher'] },
  text: { key: 'textfield', name: 'Text Field (single line)', searchers: ['textsearcher'] },
  textarea: { key: 'textarea', name: 'Text Field (multi-line)', searchers: ['textsearcher'] },
  number: { key: 'float', name: 'Number Field', searchers: ['exactnumber', 'numberrange'] },
  datetime: { key: 'datetime', name: 'Date Time Picker', searchers: ['datetimerange'] },
  date: { key: 'datepicker', name: 'Date Picker', searchers: ['daterange'] },
  user: { key: 'userpicker', name: 'User Picker (single user)', searchers: ['userpickergroupsearcher'] },
  group: { key: 'grouppicker', name: 'Group Picker (single group)', searchers: ['grouppickersearcher'] },
};

/** Types that Jira has and this site does not. */
const missing: readonly string[] = [
  'cascadingselect',
  'importid',
  'labels',
  'multicheckboxes',
  'multigrouppicker',
  'multiselect',
  'multiuserpicker',
  'multiversion',
  'project',
  'radiobuttons',
  'readonlyfield',
  'url',
  'version',
];

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes:';

export const typeKey = (type: FieldType): string => `${PREFIX}${builtIn[type].key}`;

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
export const hasOptions = (type: FieldType): boolean => type === 'select';
