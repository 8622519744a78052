/** Letters that run from right to left, and what turns the direction of the text behind it. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name among other words: one that could turn them round stands in an isolate of Unicode. */
export const isolated = (name: string): string =>
  turning.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/g, '')}\u2069` : name;

/** A refusal of Jira's, the names that it quotes isolated each. */
export const withQuotesIsolated = (words: string): string =>
  words.replace(/(['"])(.+?)\1(?=[\s.,]|$)/gs, (_, mark: string, name: string) => `${mark}${isolated(name)}${mark}`);
