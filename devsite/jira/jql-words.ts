import { NotSimulated } from '../simulators/simulator';

const separators = [
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "''",
  '/',
  '-',
  '_',
  '@',
  '#',
  '=',
];

/** SQL of a text as words with one blank around each. */
const spaced = (sql: string): string => {
  const lines = `replace(replace(replace(lower(${sql}), char(10), ' '), char(13), ' '), char(9), ' ')`;
  return `(' ' || ${separators.reduce((text, mark) => `replace(${text}, '${mark}', ' ')`, lines)} || ' ')`;
};

/**
 * SQL that holds for a text with every word asked for, or the phrase in quotation marks; `word*` means a beginning.
 * Jira's word stems are not simulated: words are compared as they stand.
 */
export function hasWords(sql: string, asked: string, bind: (value: string) => string): string {
  const patterns = patternsOf(asked).map((pattern) => `words LIKE ${bind(pattern)}`);
  return `COALESCE((SELECT ${patterns.join(' AND ') || '0'} FROM (SELECT ${spaced(sql)} AS words)), 0)`;
}

function patternsOf(asked: string): readonly string[] {
  const phrase = /^"(.*)"$/.exec(asked.trim())?.[1];
  const plain = phrase ?? asked;
  if (/[~^+]|\|\||&&|\b(AND|OR|NOT)\b|\S*\?|\*\S/.test(plain))
    throw new NotSimulated(`the text search syntax in '${asked}'`);
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+\*?/gu) ?? [];
  if (phrase !== undefined) return words.length > 0 ? [`% ${words.join(' ')} %`] : [];
  return words.map((word) => (word.endsWith('*') ? `% ${word.slice(0, -1)}%` : `% ${word} %`));
}
