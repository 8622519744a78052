import type { Json } from '../json';
import { NUL_REFUSED } from './adf';

/** Jira's words for what cannot be a list of labels; undefined where it can. */
export function unfitLabels(value: Json): string | undefined {
  if (!Array.isArray(value) || value.some((label) => typeof label !== 'string')) return 'data was not an array';
  const spaced = value.find((label) => /\s/.test(label));
  if (spaced !== undefined) return `The label '${spaced}' contains spaces which is invalid.`;
  if (value.some((label) => label.includes('\0'))) return NUL_REFUSED;
  const long = value.find((label) => label.length > 255);
  return long === undefined ? undefined : `The label '${long}' exceeds the maximum length of 255 characters.`;
}

/** Labels as they are kept: each once, by name. */
export const keptLabels = (labels: readonly string[]): readonly string[] => [...new Set(labels)].sort();
