import type { WriteOptions } from './asks';
import type { Space } from './declared';
import { limits } from './limits';
import { refusal } from './refusals';

const allowedKey = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const unitMilliseconds = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 };

export function admitKey(key: unknown, { emptyKey }: Space): string {
  if (typeof key !== 'string') throw refusal('INVALID_KEY');
  if (key.length === 0) throw refusal(emptyKey);
  if (key.length > limits.keyCharacters) throw refusal('KEY_TOO_LONG');
  if (!allowedKey.test(key)) throw refusal('INVALID_KEY', { key });
  return key;
}

/** The value as the JSON text that is kept. */
export function admitValue(value: unknown): string {
  if (value === undefined || value === null) throw refusal('INVALID_REQUEST', { reason: 'There is no value.' });
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.valueBytes) throw refusal('MAX_SIZE', { bytes });
  if (deeper(value, limits.depth)) throw refusal('MAX_DEPTH');
  return text;
}

/** When a value written at `now` stops being answered; null for never. */
export function expiry(ttl: NonNullable<WriteOptions>['ttl'], now: number): number | null {
  if (ttl === undefined) return null;
  const { value, unit } = ttl;
  const duration = Number.isInteger(value) ? (value as number) * unitMilliseconds[unit] : 0;
  if (duration <= 0) throw refusal('INVALID_TTL', {}, `TTL value must be a positive integer, received: ${value}`);
  if (duration > limits.timeToLive) throw refusal('INVALID_TTL');
  return now + duration;
}

function deeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const name in value) if (deeper(value[name as keyof typeof value], levels - 1)) return true;
  return false;
}
