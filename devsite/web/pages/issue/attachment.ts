import type { User } from './issue';

/** A file of an issue. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly author?: Partial<User>;
  readonly created: string;
  readonly size: number;
  readonly mimeType: string;
  /** Where a picture's preview is; absent for what is none. */
  readonly thumbnail?: string;
}

export const addressOf = ({ id }: Attachment): string => `/rest/api/3/attachment/content/${id}`;
export const previewOf = ({ id }: Attachment): string => `/rest/api/3/attachment/thumbnail/${id}`;

const steps = ['B', 'KB', 'MB', 'GB'];

/** `812 B`, `1.4 KB`, `3 MB`. */
export function sizeInWords(bytes: number, step = 0): string {
  if (bytes >= 1024 && step < steps.length - 1) return sizeInWords(bytes / 1024, step + 1);
  return `${bytes.toLocaleString('en', { maximumFractionDigits: 1 })} ${steps[step]}`;
}
