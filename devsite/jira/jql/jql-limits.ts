import { type Refusal, refuse } from '../refusal';

/** Chosen here: far above what people write, and below what the parser and the database bear. */
const MOST_CHARACTERS = 10_000;
const MOST_LEVELS = 100;
const MOST_CLAUSES = 500;

export const tooDeep = (): Refusal => refuse(400, 'Error in the JQL Query: the query is nested too deeply.');

/** Refuses a text that no query can be read from. */
export function checkText(text: string): void {
  if (text.length > MOST_CHARACTERS)
    throw refuse(400, `Error in the JQL Query: the query is longer than ${MOST_CHARACTERS} characters.`);
  if (text.includes('\0')) throw refuse(400, 'Error in the JQL Query: the query contains a NUL character.');
}

/** A condition, as far as it holds others. */
interface Condition {
  readonly kind: string;
  readonly clause?: Condition;
  readonly clauses?: readonly Condition[];
}

const innerOf = ({ clause, clauses = [] }: Condition): readonly Condition[] => (clause ? [clause] : clauses);

/** Refuses a condition of too many levels or clauses. */
export function checkSize(where: Condition): void {
  let clauses = 0;
  let level: readonly Condition[] = [where];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) throw tooDeep();
    clauses += level.length;
    level = level.flatMap(innerOf);
  }
  if (clauses > MOST_CLAUSES)
    throw refuse(400, `Error in the JQL Query: the query has more than ${MOST_CLAUSES} clauses.`);
}
