/** A file to be packed, by its path in the archive. */
export interface Packed {
  readonly path: string;
  readonly content: Buffer;
}

const block = 512;

/**
 * A tar archive that is the same for the same files: no owner, no time, ordered by path.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, "ustar Interchange Format"
 */
export function tarOf(files: readonly Packed[]): Buffer {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const parts = sorted.flatMap(({ path, content }) => [headerOf(path, content.length), content, rest(content.length)]);
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

const rest = (length: number): Buffer => Buffer.alloc((block - (length % block)) % block);

function headerOf(path: string, length: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long a path for an archive.`);
  const header = Buffer.alloc(block);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${octal(length, 11)}\0`, 124);
  header.write(`${octal(0, 11)}\0`, 136);
  // The checksum counts itself as blanks.
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
  );
  return header;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
