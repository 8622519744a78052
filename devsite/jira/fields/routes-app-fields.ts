import { idsIn, objectsIn, textIn } from '../body-reading';
import type { Json } from '../json';
import { WRITE } from '../points';
import type { Call, Route } from '../route';
import { type FieldUpdate, writeAppFields } from './app-field-write';

const updatesOf = ({ body }: Call): readonly Json[] => objectsIn(body, 'updates');

function oneField(call: Call) {
  const field = call.path.fieldIdOrKey ?? '';
  writeAppFields(
    call,
    updatesOf(call).map((update): FieldUpdate => ({ field, issueIds: idsIn(update, 'issueIds'), value: update.value })),
  );
  return { status: 204 };
}

function severalFields(call: Call) {
  writeAppFields(
    call,
    updatesOf(call).map(
      (update): FieldUpdate => ({
        field: textIn(update, 'customField', ''),
        issueIds: idsIn(update, 'issueIds'),
        value: update.value,
      }),
    ),
  );
  return { status: 204 };
}

const own = {
  scopes: [],
  permission: 'the app that declares the field',
  query: { generateChangelog: 'boolean' },
  points: WRITE,
} as const;

export const appFieldRoutes: readonly Route[] = [
  {
    ...own,
    method: 'PUT',
    path: '/rest/api/3/app/field/{fieldIdOrKey}/value',
    operationId: 'updateCustomFieldValue',
    body: { updates: { issueIds: 'any', value: 'any' } },
    answer: oneField,
  },
  {
    ...own,
    method: 'POST',
    path: '/rest/api/3/app/field/value',
    operationId: 'updateMultipleCustomFieldValues',
    body: { updates: { customField: 'any', issueIds: 'any', value: 'any' } },
    answer: severalFields,
  },
];
