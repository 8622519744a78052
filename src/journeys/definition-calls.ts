import type { Handlers } from '../rpc/handlers';
import type { definitionContract } from '../sla/contract';

export const definitionCalls: Handlers<typeof definitionContract> = {};
