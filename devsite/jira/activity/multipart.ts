/** A file of a `multipart/form-data` body. */
export interface SentFile {
  readonly part: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

const boundaryIn = (contentType: string): string | undefined => {
  const [, quoted, plain] = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  return quoted ?? plain;
};

const headerIn = (head: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(head)?.[1]?.trim() ?? '';

const quotedIn = (disposition: string, name: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]?.replace(/\\(.)/g, '$1');

const HEAD_ENDS = '\r\n\r\n';

function fileIn(section: Buffer): SentFile | undefined {
  const end = section.indexOf(HEAD_ENDS);
  if (end < 0) return undefined;
  const head = section.subarray(0, end).toString('utf8');
  const disposition = headerIn(head, 'content-disposition');
  const filename = quotedIn(disposition, 'filename');
  if (filename === undefined) return undefined;
  const mimeType = headerIn(head, 'content-type') || 'application/octet-stream';
  const bytes = section.subarray(end + HEAD_ENDS.length, section.length - '\r\n'.length);
  return { part: quotedIn(disposition, 'name') ?? '', filename, mimeType, bytes };
}

/** The files of a body, in order; undefined when it is not one of `multipart/form-data`. RFC 7578. */
export function filesIn(contentType: string, bytes: Uint8Array): readonly SentFile[] | undefined {
  const boundary = boundaryIn(contentType);
  if (boundary === undefined) return undefined;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = `--${boundary}`;
  const files: SentFile[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const from = at + mark.length;
    const next = body.indexOf(mark, from);
    if (next < 0) return files;
    const file = fileIn(body.subarray(from, next));
    if (file) files.push(file);
    at = next;
  }
  return undefined;
}
