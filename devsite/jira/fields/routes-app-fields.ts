import { idsIn, objectsIn } from '../body-reading';
import type { Json } from '../json';
import { WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { type FieldUpdate, writeAppFields } from './app-field-write';
import { needed } from './asked-fields';

const updatesOf = ({ body }: Call): readonly Json[] => objectsIn(body, 'updates');

/** The issues and the value, null included, that an update must have. */
function writtenIn(update: Json): Omit<FieldUpdate, 'field'> {
  for (const name of ['issueIds', 'value'])
    if (update[name] === undefined) throw refuse(400, `Missing required field 'updates.${name}'`);
  return { issueIds: idsIn(update, 'issueIds'), value: update.value };
}

function oneField(call: Call) {
  const field = call.path.fieldIdOrKey ?? '';
  writeAppFields(
    call,
    updatesOf(call).map((update): FieldUpdate => ({ field, ...writtenIn(update) })),
  );
  return { status: 204 };
}

function severalFields(call: Call) {
  writeAppFields(
    call,
    updatesOf(call).map(
      (update): FieldUpdate => ({
        field: needed(update, 'customField', 'updates'),
        ...writtenIn(update),
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
