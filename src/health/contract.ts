import type { Contract } from '../rpc/contract';

export const healthContract = {} as const satisfies Contract;
