import * as v from 'valibot';

/** An issue's id: digits. Keys change when an issue moves, so nothing is stored under a key. */
export const IssueId = v.pipe(v.string(), v.regex(/^\d{1,19}$/));
