import type { Contract } from '../rpc/contract';

export const setUpContract = {} as const satisfies Contract;
