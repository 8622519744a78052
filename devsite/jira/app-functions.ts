import { type Manifest, modulesOf } from '../manifest';
import { extensionKey } from './extension-key';
import type { Kind } from './jql/jql-field';
import { jqlFunctions } from './jql/jql-functions';
import type { Operand, Test } from './jql/jql-parse';
import { refuse } from './refusal';

/**
 * A JQL function that the app declares.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jql-function/ (2026-06)
 */
export interface AppFunction {
  readonly moduleKey: string;
  /** By which Jira's calls know it. */
  readonly key: string;
  readonly name: string;
  readonly operators: readonly string[];
  readonly types: readonly Kind[];
  readonly arguments: readonly { readonly name: string; readonly required: boolean }[];
  /** Key of the function module that answers. */
  readonly functionKey: string;
}

const known = new WeakMap<Manifest, ReadonlyMap<string, AppFunction>>();

function declared(manifest: Manifest): ReadonlyMap<string, AppFunction> {
  const all = modulesOf(manifest, 'jira:jqlFunction').map((module) => ({
    moduleKey: module.key,
    key: extensionKey(manifest.app.id, module.key),
    name: module.name,
    operators: module.operators,
    types: module.types,
    arguments: module.arguments ?? [],
    functionKey: module.function,
  }));
  // A built-in function goes before one of the same name.
  const own = all.filter(({ name }) => !jqlFunctions.has(name.toLowerCase()));
  return new Map(own.map((each) => [each.name.toLowerCase(), each]));
}

/** The functions of the app, by name, lower case. */
export function appFunctions(manifest: Manifest): ReadonlyMap<string, AppFunction> {
  const functions = known.get(manifest) ?? declared(manifest);
  known.set(manifest, functions);
  return functions;
}

export interface AppCall {
  readonly called: AppFunction;
  readonly given: readonly string[];
}

/** The call of an app's function that a condition is made of; undefined where it is none. */
export function appCallIn(manifest: Manifest, { operand }: Test): AppCall | undefined {
  const functions = appFunctions(manifest);
  if (operand.kind === 'list') return operand.operands.map((each) => inList(functions, each))[0];
  if (operand.kind !== 'call') return undefined;
  const called = functions.get(operand.name.toLowerCase());
  return called && { called, given: operand.given };
}

function inList(functions: ReadonlyMap<string, AppFunction>, operand: Operand): undefined {
  if (operand.kind === 'call' && functions.has(operand.name.toLowerCase()))
    throw refuse(400, `The function '${operand.name}' cannot be a value in a list.`);
}

/** Refuses a call that the app did not declare so. */
export function checkCall({ called, given }: AppCall, { operator, field }: Test, kinds: readonly Kind[]): void {
  const { name, operators, types, arguments: taken } = called;
  if (!operators.includes(operator))
    throw refuse(400, `Operator '${operator}' is not supported by the function '${name}'.`);
  if (!kinds.some((kind) => types.includes(kind)))
    throw refuse(400, `A value provided by the function '${name}' is invalid for the field '${field}'.`);
  const least = taken.filter(({ required }) => required).length;
  if (given.length < least || given.length > taken.length)
    throw refuse(
      400,
      `Function '${name}' expected between '${least}' and '${taken.length}' arguments but received '${given.length}'.`,
    );
}
