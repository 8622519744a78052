import { type Refusal, refuse } from '../refusal';
import type { Asking, JqlField, Kind, SqlValue } from './jql-field';
import { answerOf, functionNamed } from './jql-functions';
import type { Operand, Test } from './jql-parse';

/** What a field is compared with: the values an operand stands for. */
export function valuesOf(
  operand: Operand,
  test: Pick<Test, 'field' | 'operator'>,
  field: JqlField,
  asking: Asking,
): readonly SqlValue[] {
  if (operand.kind === 'call') return called(operand, test, field, asking);
  const values = operand.kind === 'value' ? field.values(operand.text, asking) : undefined;
  if (!values) throw noSuchValue(operand, test, field.kind);
  return values;
}

type Call = Operand & { readonly kind: 'call' };

const takesList = (operator: string): boolean => operator.endsWith('in');

function called(
  call: Call,
  { field: name, operator }: Pick<Test, 'field' | 'operator'>,
  field: JqlField,
  asking: Asking,
): readonly SqlValue[] {
  const found = functionNamed(call.name);
  if (field.kind !== found.kind)
    throw refuse(400, `A value provided by the function '${call.name}' is invalid for the field '${name}'.`);
  if (found.list && !takesList(operator))
    throw refuse(400, `Operator '${operator}' does not support the list value '${written(call)}' for field '${name}'.`);
  const values = answerOf(found, call.given, asking);
  const { ofInstant } = field;
  return found.kind === 'date' && ofInstant ? values.map((at) => ofInstant(Number(at), asking)) : values;
}

/** An operand as a query writes it, in a refusal. */
function written(operand: Operand): string {
  switch (operand.kind) {
    case 'value':
      return operand.text;
    case 'empty':
      return 'EMPTY';
    case 'call':
      return `${operand.name}(${operand.given.join(', ')})`;
    case 'list':
      return `(${operand.operands.map(written).join(', ')})`;
  }
}

type Words = (value: string, field: string) => string;

const isKey = (value: string): boolean => /^[a-z][a-z0-9_]*-\d+$/i.test(value);

/** Jira has words of its own for some kinds of values. */
const refusals: Partial<Readonly<Record<Kind, Words>>> = {
  date: (value, field) =>
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
    `'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  issue: (value, field) =>
    isKey(value)
      ? `An issue with key '${value}' does not exist for field '${field}'.`
      : `The issue key '${value}' for field '${field}' is invalid.`,
  option: (value, field) => `The option '${value}' for field '${field}' does not exist.`,
};

const anyValue: Words = (value, field) => `The value '${value}' does not exist for the field '${field}'.`;

export const noSuchValue = (operand: Operand, { field }: Pick<Test, 'field'>, kind?: Kind): Refusal =>
  refuse(400, ((kind && refusals[kind]) ?? anyValue)(written(operand), field));

/** The single operands of a comparison. `in` and its like need a list, or a function that answers one. */
export function operandsOf({ operand, operator, field }: Test): readonly Operand[] {
  if (operand.kind === 'list') return operand.operands;
  if (takesList(operator) && !(operand.kind === 'call' && functionNamed(operand.name).list))
    throw refuse(
      400,
      `Operator '${operator}' does not support the non-list value '${written(operand)}' for field '${field}'.`,
    );
  return [operand];
}
