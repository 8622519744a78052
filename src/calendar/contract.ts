import type { Contract } from '../rpc/contract';

export const calendarContract = {} as const satisfies Contract;
