import { randomBytes } from 'node:crypto';

/** Not to be guessed, so that nobody can try account ids on a seal. */
export const salt = (): string => randomBytes(16).toString('hex');
