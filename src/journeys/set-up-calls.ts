import type { Handlers } from '../rpc/handlers';
import type { setUpContract } from '../set-up/contract';

export const setUpCalls: Handlers<typeof setUpContract> = {};
