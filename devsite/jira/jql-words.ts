import { NotSimulated } from '../simulators/simulator';
import { refuse } from './refusal';

/** Chosen here, for the database's sake. */
const MOST_WORDS = 100;

/** Digits and letters (Latin, Greek to Thai, Chinese to Korean), as GLOB writes them. */
const letters = 'a-z0-9\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff';
const gap = `[^${letters}]`;

/**
 * SQL that holds for a text with every word asked for, or the phrase in quotation marks; `word*` means a beginning, `?`
 * any letter. Jira's word stems are not simulated: words are compared as they stand.
 */
export function hasWords(sql: string, asked: string, bind: (value: string) => string): string {
  const text = `(' ' || lower(COALESCE(${sql}, '')) || ' ')`;
  return `(${
    patternsOf(asked)
      .map((pattern) => `${text} GLOB ${bind(pattern)}`)
      .join(' AND ') || '0'
  })`;
}

function patternsOf(asked: string): readonly string[] {
  const phrase = /^"(.*)"$/.exec(asked.trim())?.[1];
  const plain = phrase ?? asked;
  if (/[~^+]|\|\||&&|\b(AND|OR|NOT)\b|\*\S/.test(plain)) throw new NotSimulated(`the text search syntax in '${asked}'`);
  const words = plain.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}?]*\*?/gu) ?? [];
  if (words.length > MOST_WORDS) throw refuse(400, `A text search can contain a maximum of ${MOST_WORDS} words.`);
  if (phrase === undefined) return words.map((word) => `*${gap}${wordPattern(word)}*`);
  return words.length > 0 ? [`*${gap}${words.map(wordPattern).join('')}*`] : [];
}

/** A word and the gap behind it. SQL's `lower` knows ASCII alone, so other letters stand in both cases. */
function wordPattern(word: string): string {
  return [...word.replace('*', '')].map(letterPattern).join('') + (word.endsWith('*') ? '' : gap);
}

function letterPattern(letter: string): string {
  if (letter === '?') return `[${letters}]`;
  return /[a-z0-9]/.test(letter) ? letter : `[${letter}${letter.toUpperCase()}]`;
}
