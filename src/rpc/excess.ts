import type * as v from 'valibot';
import type { Problem } from './contract';

const limits = ['max_length', 'max_entries'];

/**
 * What of a person's ask is longer than it may be, each at its place; undefined where something else is wrong with it:
 * only a page that is out of date asks so.
 */
export function excessIn(issues: readonly v.BaseIssue<unknown>[]): readonly Problem[] | undefined {
  const problems = issues.map(excess);
  return problems.every((problem) => problem !== undefined) ? problems : undefined;
}

function excess({ type, input, requirement, path }: v.BaseIssue<unknown>): Problem | undefined {
  if (!limits.includes(type)) return undefined;
  const code = typeof input === 'string' ? 'too-long' : 'too-many';
  return { place: placeOf((path ?? []).map(({ key }) => key)), code, with: String(requirement) };
}

/** `goals[2].jql`: the place within the thing that is sent, a draft or choices, or the name of what is sent beside others. */
function placeOf(path: readonly unknown[]): string {
  const within = path.length > 1 ? path.slice(1) : path;
  return within
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${shortOf(key)}`))
    .join('');
}

/** A key of a record may be as long as anything that is sent. */
const shortOf = (key: unknown): string => String(key).slice(0, 100);
