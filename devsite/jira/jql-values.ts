import { NotSimulated } from '../simulators/simulator';
import { instantOfCall } from './jql-dates';
import type { Asking, JqlField, SqlValue } from './jql-field';
import type { Operand, Test } from './jql-parse';
import { type Refusal, refuse } from './refusal';

/** What a field is compared with: the values an operand stands for. */
export function valuesOf(operand: Operand, test: Test, field: JqlField, asking: Asking): readonly SqlValue[] {
  if (operand.kind === 'call') return called(operand, test, field, asking);
  const values = operand.kind === 'value' ? field.values(operand.text, asking) : undefined;
  if (!values) throw noSuchValue(operand, test);
  return values;
}

function called(call: Operand & { kind: 'call' }, test: Test, field: JqlField, asking: Asking): readonly SqlValue[] {
  const at = instantOfCall(call.name, call.given, asking.moment);
  const fits = at === undefined ? 'person' : 'instant';
  const people = at === undefined ? peopleOf(call, asking) : [];
  if (field.calls !== fits)
    throw refuse(400, `A value provided by the function '${call.name}' is invalid for the field '${test.field}'.`);
  return at === undefined ? people : [field.ofInstant ? field.ofInstant(at, asking) : at];
}

export const peopleFunctions: readonly string[] = ['currentUser', 'membersOf'];

function peopleOf({ name, given }: Operand & { kind: 'call' }, { setup, accountId }: Asking): readonly string[] {
  if (name.toLowerCase() === 'currentuser') return [accountId];
  if (name.toLowerCase() !== 'membersof') throw new NotSimulated(`the JQL function '${name}()'`);
  const [group = ''] = given;
  const members = setup.groups.get(group)?.members;
  if (!members)
    throw refuse(
      400,
      `Function 'membersOf' can not generate a list of usernames for group '${group}'; the group does not exist.`,
    );
  return [...members];
}

export function noSuchValue(operand: Operand, { field }: Test): Refusal {
  const text = operand.kind === 'value' ? operand.text : operand.kind;
  return refuse(400, `The value '${text}' does not exist for the field '${field}'.`);
}
