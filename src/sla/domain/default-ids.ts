/** Ids of the two service levels that an incident starts with. */
export const firstResponse = 'time-to-first-response';
export const resolution = 'time-to-resolution';
