/** A file in a ZIP archive. */
export interface ArchivedFile {
  readonly index: number;
  /** With the folders on the way to it. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
}

// APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (2022-11).
const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** Where the directory begins, and how many entries it has; undefined for what is no archive. */
function directoryOf(bytes: Buffer): { readonly at: number; readonly entries: number } | undefined {
  for (let at = bytes.length - END_LENGTH; at >= 0; at -= 1)
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY)
      return { at: bytes.readUInt32LE(at + 16), entries: bytes.readUInt16LE(at + 10) };
  return undefined;
}

/** The files of an archive as its directory lists them, folders aside; none where it is no archive or is broken. */
export function archivedFiles(content: Uint8Array): readonly ArchivedFile[] {
  const bytes = Buffer.from(content);
  const directory = directoryOf(bytes);
  const files: ArchivedFile[] = [];
  let at = directory?.at ?? 0;
  for (let index = 0; index < (directory?.entries ?? 0); index += 1) {
    if (at + ENTRY_LENGTH > bytes.length || bytes.readUInt32LE(at) !== IN_DIRECTORY) return files;
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    if (!name.endsWith('/')) files.push({ index, name, size: bytes.readUInt32LE(at + 24) });
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  log: 'text/plain',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  rtf: 'text/rtf',
  txt: 'text/plain',
  xml: 'application/xml',
  zip: 'application/zip',
};

/** What a file of a name most likely is. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';

/** A size as people read it: `119 kB`, `1.36 MB`. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${megabytes.toFixed(2)} MB` : `${Math.round(bytes / 1024)} kB`;
}
