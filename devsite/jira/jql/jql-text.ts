/** Letters that a backslash makes something else of. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * What a word of a query means, as it is written: in quotes or without. The parser knows no `\n` and no `\u0040`; Jira
 * itself offers the latter where it refuses a character.
 */
export function meaningOf(written: string): string {
  const inside = /^(["'])(.*)\1$/s.exec(written)?.[2] ?? written;
  return inside.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, code: string | undefined, letter: string) =>
    code === undefined ? (escapes.get(letter) ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const unicode = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value in quotes; a control does not stand within them as it is. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\p{Cc}/gu, unicode)}"`;
