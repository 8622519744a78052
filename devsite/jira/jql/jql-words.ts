import { NotSimulated } from '../../simulators/simulator';
import { refuse } from '../refusal';

/** Chosen here, for the database's sake. */
const MOST_WORDS = 100;

/** Digits and letters (Latin, Greek to Thai, Chinese to Korean), as GLOB writes them. */
const letters = 'a-z0-9\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff';
const gap = `[^${letters}]`;

/** A text to search. */
interface Searched {
  readonly sql: string;
  /** SQL of a text that holds every word of it and is quicker to get at. */
  readonly raw?: string | undefined;
}

/**
 * SQL that holds for a text with every word asked for, or the phrase in quotation marks; `word*` means a beginning, `?`
 * any letter. Jira's word stems are not simulated: words are compared as they stand.
 */
export function hasWords({ sql, raw }: Searched, asked: string, bind: (value: string) => string): string {
  const text = `(' ' || lower(COALESCE(${sql}, '')) || ' ')`;
  const exact = patternsOf(asked).map((pattern) => `${text} GLOB ${bind(pattern)}`);
  if (exact.length === 0) return '(0)';
  const likely = raw === undefined ? [] : wordsOf(asked).map((word) => `${raw} GLOB ${bind(`*${lettersOf(word)}*`)}`);
  return `(${[...likely, ...exact].join(' AND ')})`;
}

const wordsOf = (asked: string): readonly string[] =>
  asked.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}?]*\*?/gu) ?? [];

function patternsOf(asked: string): readonly string[] {
  const phrase = /^"(.*)"$/.exec(asked.trim())?.[1];
  const plain = phrase ?? asked;
  if (/[~^+]|\|\||&&|\b(AND|OR|NOT)\b|\*\S/.test(plain)) throw new NotSimulated(`the text search syntax in '${asked}'`);
  const words = wordsOf(plain);
  if (words.length > MOST_WORDS) throw refuse(400, `A text search can contain a maximum of ${MOST_WORDS} words.`);
  if (phrase === undefined) return words.map((word) => `*${gap}${wordPattern(word)}*`);
  return words.length > 0 ? [`*${gap}${words.map(wordPattern).join('')}*`] : [];
}

/** A word and the gap behind it. SQL's `lower` knows ASCII alone, so other letters stand in both cases. */
const wordPattern = (word: string): string => lettersOf(word) + (word.endsWith('*') ? '' : gap);

const lettersOf = (word: string): string => [...word.replace('*', '')].map(letterPattern).join('');

function letterPattern(letter: string): string {
  if (letter === '?') return `[${letters}]`;
  return /[a-z0-9]/.test(letter) ? letter : `[${letter}${letter.toUpperCase()}]`;
}
