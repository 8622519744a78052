import type { Answer } from '../simulators/simulator';
import type { ReadOptions } from './asks';
import type { Version } from './entries';

type MetadataFields = NonNullable<ReadOptions>['metadataFields'];

/** A kept value as the store answers it, with the metadata that was asked for. */
export function answered(
  key: string,
  version: Version,
  fields: MetadataFields = [],
): Readonly<Record<string, unknown>> {
  return {
    key,
    value: JSON.parse(version.value),
    ...(fields.includes('CREATED_AT') && { createdAt: version.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: version.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') &&
      version.expiresAt !== null && { expireTime: new Date(version.expiresAt).toISOString() }),
  };
}

/** What reading or writing it counts. */
export const bytesOf = (key: string, text = ''): number => Buffer.byteLength(key) + Buffer.byteLength(text);

export const nothing: Answer = { status: 204 };
export const found = (body: unknown): Answer => ({ status: 200, body });
