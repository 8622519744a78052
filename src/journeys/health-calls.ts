import type { healthContract } from '../health/contract';
import type { Handlers } from '../rpc/handlers';

export const healthCalls: Handlers<typeof healthContract> = {};
