import { comparable, equal, textOf, typeName, type Value } from './values';

/** An operator that does not fit its operands says so in a sentence. */
export class Unfitting extends Error {
  override readonly name = 'Unfitting';
}

type Binary = (left: Value, right: Value) => Value;

const arithmetic =
  (name: string, work: (left: number, right: number) => number): Binary =>
  (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return work(left, right);
    throw new Unfitting(`Can't ${name} ${typeName(left)} and ${typeName(right)}.`);
  };

const sum = arithmetic('add', (left, right) => left + right);

const relation =
  (holds: (order: number) => boolean): Binary =>
  (left, right) => {
    const [first, second] = [comparable(left), comparable(right)];
    const fits = first !== undefined && second !== undefined && typeName(left) === typeName(right);
    if (!fits) throw new Unfitting(`Can't compare ${typeName(left)} to ${typeName(right)}.`);
    if (first === second) return holds(0);
    return holds(first < second ? -1 : 1);
  };

export const binaries: Readonly<Record<string, Binary>> = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': relation((order) => order < 0),
  '>': relation((order) => order > 0),
  '<=': relation((order) => order <= 0),
  '>=': relation((order) => order >= 0),
  '+': (left, right) =>
    typeof left === 'string' || typeof right === 'string' ? textOf(left) + textOf(right) : sum(left, right),
  '-': arithmetic('subtract', (left, right) => left - right),
  '*': arithmetic('multiply', (left, right) => left * right),
  '/': arithmetic('divide', (left, right) => left / right),
  '%': arithmetic('divide', (left, right) => left % right),
};

/** Only a Boolean is a condition; the pages say nothing of other values. */
export function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  throw new Unfitting(`A Boolean is expected, and there is ${typeName(value)}.`);
}

export const unaries: Readonly<Record<string, (value: Value) => Value>> = {
  '!': (value) => !truthOf(value),
  '-': (value) => {
    if (typeof value === 'number') return -value;
    throw new Unfitting(`Can't negate ${typeName(value)}.`);
  },
  typeof: typeName,
};

/** Whether the right side is not looked at any more. */
export const decided: Readonly<Record<string, (left: Value) => boolean>> = {
  '&&': (left) => !truthOf(left),
  '||': truthOf,
  '??': (left) => left !== null,
};
