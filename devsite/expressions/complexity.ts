import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { childrenOf } from './grammar';
import type { Parsed } from './parse';

/** How many expensive operations an expression may take: a formula, and what its letters stand for. */
export interface Complexity {
  readonly expensiveOperations: string;
  readonly variables?: Readonly<Record<string, string>>;
}

// https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#expensive-operations (2026-01)
const expensive: ReadonlySet<string> = new Set(
  `properties comments changelogs worklogs attachments links subtasks childIssues parent watchers watches voters votes
  groups groupIds getProjectRoles`.split(/\s+/),
);

const eachMember: ReadonlySet<string> = new Set(['map', 'filter', 'some', 'every', 'flatMap', 'reduce', 'sort']);

const nameOf = ({ computed, property }: MemberExpression): string => {
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'Literal' ? String(property.value) : '';
};

const isLoad = (node: AnyNode): boolean =>
  node.type === 'NewExpression'
    ? node.callee.type === 'Identifier' && ['Issue', 'Project', 'User'].includes(node.callee.name)
    : node.type === 'MemberExpression' && (expensive.has(nameOf(node)) || nameOf(node).startsWith('customfield_'));

/** The list that a call goes through, when it does. */
function walked({ callee }: CallExpression): AnyNode | undefined {
  return callee.type === 'MemberExpression' && eachMember.has(nameOf(callee)) ? callee.object : undefined;
}

interface Sum {
  /** Product of letters to how often it counts. */
  readonly terms: Map<string, number>;
  /** What was written to its letter. */
  readonly letters: Map<string, string>;
}

const alphabet = 'NMLKJIHGFEDCBA';

function letterFor({ letters }: Sum, text: string): string {
  const letter = letters.get(text) ?? alphabet[letters.size] ?? `V${letters.size}`;
  letters.set(text, letter);
  return letter;
}

function add(text: string, node: AnyNode, factors: readonly string[], sum: Sum): void {
  if (isLoad(node)) {
    const product = factors.join('*');
    sum.terms.set(product, (sum.terms.get(product) ?? 0) + 1);
  }
  const list = node.type === 'CallExpression' ? walked(node) : undefined;
  for (const child of childrenOf(node)) {
    const repeats = list && child.type === 'ArrowFunctionExpression' && repeatsIn(child);
    add(text, child, repeats ? [...factors, letterFor(sum, text.slice(list.start, list.end))] : factors, sum);
  }
}

/** Only a function that loads something needs a letter for what it is called over. */
function repeatsIn(node: AnyNode): boolean {
  return isLoad(node) || childrenOf(node).some((child) => repeatsIn(child));
}

function written([product, count]: readonly [string, number]): string {
  if (product === '') return String(count);
  return count === 1 ? product : `${count}*${product}`;
}

/** Works out, without evaluating, how many expensive operations an expression may take. */
export function complexity({ text, program }: Parsed): Complexity {
  const sum: Sum = { terms: new Map(), letters: new Map() };
  add(text, program, [], sum);
  const terms = [...sum.terms].sort(([one], [other]) => other.length - one.length);
  const variables = Object.fromEntries([...sum.letters].map(([what, letter]) => [letter, what]));
  return {
    expensiveOperations: terms.map(written).join(' + ') || '0',
    ...(sum.letters.size > 0 && { variables }),
  };
}
