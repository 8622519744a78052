import type { calendarContract } from '../calendar/contract';
import type { Handlers } from '../rpc/handlers';

export const calendarCalls: Handlers<typeof calendarContract> = {};
