import type { Answer } from '../simulators/simulator';
import type { Place, ReadOptions } from './asks';
import type { Version } from './entries';

type MetadataFields = NonNullable<ReadOptions>['metadataFields'];

/** A kept value as the store answers it, with the metadata that was asked for: JSON, as the value is that already. */
export function answered(place: Place, version: Version, fields: MetadataFields = []): string {
  const metadata = {
    ...(fields.includes('CREATED_AT') && { createdAt: version.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: version.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') &&
      version.expiresAt !== null && { expireTime: new Date(version.expiresAt).toISOString() }),
  };
  const parts = [inside(place), `"value":${version.value}`, inside(metadata)];
  return `{${parts.filter(Boolean).join()}}`;
}

const inside = (value: object): string => JSON.stringify(value).slice(1, -1);

/** What reading or writing it counts. */
export const bytesOf = (key: string, text = ''): number => Buffer.byteLength(key) + Buffer.byteLength(text);

export const nothing: Answer = { status: 204 };

/** An answer of JSON that is written already; who asks within the site for the body has it read. */
export const found = (text: string): Answer => ({
  status: 200,
  text,
  get body() {
    return JSON.parse(text);
  },
});
