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
}

interface AllowedValue {
  readonly id: string;
  readonly name?: string;
  readonly value?: string;
}

/** How a field is entered. */
export type Entry = 'choice' | 'person' | 'group' | 'number' | 'moment' | 'text' | 'paragraphs';

const byType: Readonly<Record<string, Entry>> = {
  user: 'person',
  group: 'group',
  number: 'number',
  datetime: 'moment',
  string: 'text',
};

/** How a field of this kind is entered; undefined where the pages have no way. */
export function entryOf({ schema, allowedValues }: FieldMeta): Entry | undefined {
  if (schema.type === 'array') return undefined;
  if (allowedValues) return 'choice';
  if (schema.system === 'description' || schema.custom?.endsWith(':textarea')) return 'paragraphs';
  return byType[schema.type];
}

const chosenElsewhere = ['project', 'issuetype'];

/** Whether a form offers the field. */
export const isOffered = (field: FieldMeta): boolean =>
  !chosenElsewhere.includes(field.fieldId) && entryOf(field) !== undefined;

/** A value as it is entered, as Jira's API takes it. */
export function sent(field: FieldMeta, entered: unknown): unknown {
  if (entered === undefined || entered === '') return null;
  const takes: Readonly<Record<Entry, () => unknown>> = {
    choice: () => ({ id: entered }),
    person: () => ({ accountId: entered }),
    group: () => ({ name: entered }),
    number: () => Number(entered),
    moment: () => entered,
    text: () => entered,
    paragraphs: () => documentOf(String(entered)),
  };
  return takes[entryOf(field) ?? 'text']();
}

/** A value as Jira's API tells it, as it is entered. */
export function entered(field: FieldMeta, told: unknown): string {
  if (told === null || told === undefined) return '';
  const value = told as { id?: string; accountId?: string; name?: string };
  const asEntered: Readonly<Record<Entry, () => string>> = {
    choice: () => value.id ?? '',
    person: () => value.accountId ?? '',
    group: () => value.name ?? '',
    number: () => String(told),
    moment: () => String(told),
    text: () => String(told),
    paragraphs: () => textOf(told),
  };
  return asEntered[entryOf(field) ?? 'text']();
}

/** Whether a field is picked from a list, and so saved as soon as it is. */
export const isPicked = (field: FieldMeta): boolean => ['choice', 'person', 'group'].includes(entryOf(field) ?? '');
