import { Refusal } from './refusal';

/** The query of a call: repeated parameters and comma-separated lists alike. */
export interface Query {
  readonly names: readonly string[];
  text(name: string): string | undefined;
  list(name: string): readonly string[];
  has(name: string, member: string): boolean;
  integer(name: string, otherwise: number): number;
  boolean(name: string, otherwise: boolean): boolean;
}

function integerOf(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw new Refusal(400, [`The value '${text}' of '${name}' is not a whole number.`]);
  return Number(text);
}

const noList: readonly string[] = [];

const empty: Query = {
  names: noList,
  text: () => undefined,
  list: () => noList,
  has: () => false,
  integer: (_name, otherwise) => otherwise,
  boolean: (_name, otherwise) => otherwise,
};

export function queryOf(text: string): Query {
  if (text === '') return empty;
  const parameters = new URLSearchParams(text);
  const list = (name: string) =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((member) => member.trim())
      .filter((member) => member !== '');
  return {
    names: [...new Set(parameters.keys())],
    text: (name) => parameters.get(name) ?? undefined,
    list,
    has: (name, member) => list(name).includes(member),
    integer: (name, otherwise) => {
      const value = parameters.get(name);
      return value === null || value === '' ? otherwise : integerOf(name, value);
    },
    boolean: (name, otherwise) => {
      const value = parameters.get(name);
      return value === null || value === '' ? otherwise : value === 'true';
    },
  };
}
