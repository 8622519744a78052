import { documentOf, textOf } from './document';

/** A field as Jira describes it for a form. */
export interface FieldMeta {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
  readonly schema: {
    readonly type: string;
    readonly items?: string;
    readonly system?: string;
    readonly custom?: string;
  };
  readonly allowedValues?: readonly AllowedValue[];
  /** What Jira fills in where nothing is entered. */
  readonly defaultValue?: AllowedValue | DefaultPerson;
}

interface DefaultPerson {
  readonly accountId: string;
  readonly displayName: string;
}

interface AllowedValue {
  readonly id: string;
  readonly name?: string;
  readonly value?: string;
}

/** What stands in a control; a list for a field of several values. */
export type Entered = string | readonly string[];

/** How a field is entered. */
export type Entry =
  | 'choice'
  | 'choices'
  | 'labels'
  | 'person'
  | 'group'
  | 'number'
  | 'moment'
  | 'day'
  | 'text'
  | 'paragraphs';

const byType: Readonly<Record<string, Entry>> = {
  user: 'person',
  group: 'group',
  number: 'number',
  datetime: 'moment',
  date: 'day',
  string: 'text',
};

const byItems: Readonly<Record<string, Entry>> = { option: 'choices', component: 'choices', string: 'labels' };

/** How a field of this kind is entered; undefined where the pages have no way, and where there is nothing to choose. */
export function entryOf({ schema, allowedValues }: FieldMeta): Entry | undefined {
  if (schema.items === 'component' && allowedValues?.length === 0) return undefined;
  if (schema.type === 'array') return byItems[schema.items ?? ''];
  if (allowedValues) return 'choice';
  if (schema.system === 'description' || schema.custom?.endsWith(':textarea')) return 'paragraphs';
  return byType[schema.type];
}

const chosenElsewhere = ['project', 'issuetype'];

/** Whether a form offers the field. */
export const isOffered = (field: FieldMeta): boolean =>
  !chosenElsewhere.includes(field.fieldId) && entryOf(field) !== undefined;

/** The one text of what was entered. */
export const oneOf = (entered: Entered | undefined): string =>
  typeof entered === 'string' ? entered : (entered?.[0] ?? '');

/** The several texts of what was entered. */
export const severalOf = (entered: Entered | undefined): readonly string[] =>
  typeof entered === 'string' ? (entered === '' ? [] : [entered]) : (entered ?? []);

export const isEmpty = (entered: Entered | undefined): boolean => entered === undefined || entered.length === 0;

const takes: Readonly<Record<Entry, (entered: Entered) => unknown>> = {
  choice: (entered) => ({ id: oneOf(entered) }),
  choices: (entered) => severalOf(entered).map((id) => ({ id })),
  labels: severalOf,
  person: (entered) => ({ accountId: oneOf(entered) }),
  group: (entered) => ({ name: oneOf(entered) }),
  number: (entered) => Number(oneOf(entered)),
  moment: oneOf,
  day: oneOf,
  text: oneOf,
  paragraphs: (entered) => documentOf(oneOf(entered)),
};

/** A value as it is entered, as Jira's API takes it. */
export function sent(field: FieldMeta, entered: Entered | undefined): unknown {
  const entry = entryOf(field) ?? 'text';
  if (entered === undefined || isEmpty(entered)) return entry === 'labels' ? [] : null;
  return takes[entry](entered);
}

type Told = { readonly id?: string; readonly accountId?: string; readonly name?: string };

const listOf = (told: unknown): readonly unknown[] => (Array.isArray(told) ? told : []);

const stands: Readonly<Record<Entry, (told: unknown) => Entered>> = {
  choice: (told) => (told as Told).id ?? '',
  choices: (told) => listOf(told).map((option) => (option as Told).id ?? ''),
  labels: (told) => listOf(told).map(String),
  person: (told) => (told as Told).accountId ?? '',
  group: (told) => (told as Told).name ?? '',
  number: String,
  moment: String,
  day: String,
  text: String,
  paragraphs: textOf,
};

/** A value as Jira's API tells it, as it is entered. */
export function entered(field: FieldMeta, told: unknown): Entered {
  if (told === null || told === undefined) return '';
  return stands[entryOf(field) ?? 'text'](told);
}

/** Whether a field is picked from a list, and so saved as soon as it is. */
export const isPicked = (field: FieldMeta): boolean => ['choice', 'person', 'group'].includes(entryOf(field) ?? '');

/** What Jira fills in, as a choice; undefined where it leaves the field empty. */
export function filledIn({ defaultValue }: FieldMeta): { readonly value: string; readonly label: string } | undefined {
  if (!defaultValue) return undefined;
  if ('accountId' in defaultValue) return { value: defaultValue.accountId, label: defaultValue.displayName };
  return { value: defaultValue.id, label: defaultValue.name ?? defaultValue.value ?? defaultValue.id };
}
