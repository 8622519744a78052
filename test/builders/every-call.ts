import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Call, Contract } from '@fettle/rpc/contract';

const source = join(__dirname, '..', '..', 'src');

/** Every contract of the app by its name, found where contracts are written: none can be forgotten in a list. */
function everyContract(): Readonly<Record<string, Contract>> {
  const practices = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const modules = practices
    .filter(({ name }) => readdirSync(join(source, name)).includes('contract.ts'))
    .map(({ name }) => require(join(source, name, 'contract.ts')) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module).filter(isContract)));
}

/** Every call of every contract. */
export const everyCall = (): Contract => Object.assign({}, ...Object.values(everyContract()));

const isContract = (entry: [string, unknown]): entry is [string, Contract] =>
  entry[0].endsWith('Contract') && Object.values(entry[1] as object).every(isCall);

const isCall = (value: unknown): value is Call =>
  typeof value === 'object' && value !== null && 'permission' in value && 'input' in value && 'output' in value;
