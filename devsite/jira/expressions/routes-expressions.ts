import { complexity } from '../../expressions/complexity';
import { type Evaluated, evaluate } from '../../expressions/evaluate';
import { EvaluationFault, isFault, type LimitFault, SyntaxFault } from '../../expressions/faults';
import { jiraLimits, resultLimits } from '../../expressions/limits';
import { parseExpression } from '../../expressions/parse';
import { resultSize } from '../../expressions/result';
import { toJson } from '../../expressions/values';
import { textIn } from '../body-reading';
import { neededTexts } from '../fields/asked-fields';
import type { Json } from '../json';
import { WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { askedContext } from './expression-ask';
import { expressionContext } from './expression-context';

/** The words of a fault, as a refusal tells them. */
function told(error: EvaluationFault | LimitFault | SyntaxFault): string {
  if (error instanceof EvaluationFault) return `Evaluation failed: "${error.location}" - ${error.message}`;
  if (error instanceof SyntaxFault)
    return `Parse error at line ${error.line}, column ${error.column}: ${error.message}`;
  return error.message;
}

function orRefused<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!isFault(error)) throw error;
    throw refuse(400, told(error));
  }
}

function complexityOf({ value, spent }: Evaluated): Json {
  const { beans, primitiveValues } = resultSize(value);
  return {
    steps: { value: spent.steps, limit: jiraLimits.steps },
    expensiveOperations: { value: spent.expensiveOperations, limit: jiraLimits.expensiveOperations },
    beans: { value: beans, limit: resultLimits.beans },
    primitiveValues: { value: primitiveValues, limit: resultLimits.primitiveValues },
  };
}

const evaluation =
  (how: 'tokens' | 'counts') =>
  ({ world, caller, body, query }: Call): RouteAnswer => {
    const sight = { world, reader: caller.accountId };
    const parsed = orRefused(() => parseExpression(textIn(body, 'expression', ''), jiraLimits));
    const { variables, issues } = askedContext(sight, body?.context, how);
    const done = orRefused(() => evaluate(parsed, expressionContext(sight, variables), jiraLimits));
    const spent = orRefused(() => complexityOf(done));
    const meta = {
      ...(query.has('expand', 'meta.complexity') && { complexity: spent }),
      ...(issues && { issues: { jql: issues } }),
    };
    return { status: 200, body: { value: toJson(done.value), ...(Object.keys(meta).length > 0 && { meta }) } };
  };

function errorOf(error: EvaluationFault | LimitFault | SyntaxFault): Json {
  const { message, kind: type } = error;
  return error instanceof SyntaxFault ? { line: error.line, column: error.column, message, type } : { message, type };
}

function analysed(expression: string, check: string): Json {
  try {
    const parsed = parseExpression(expression, jiraLimits);
    return { expression, valid: true, ...(check === 'complexity' && { complexity: complexity(parsed) }) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { expression, valid: false, errors: [errorOf(error)] };
  }
}

function analyse({ body, query }: Call): RouteAnswer {
  const check = query.text('check') ?? 'syntax';
  const results = neededTexts(body, 'expressions', 'payload').map((expression) => analysed(expression, check));
  return { status: 200, body: { results } };
}

const common = {
  method: 'POST',
  scopes: ['read:jira-work', 'read:jira-user'],
  permission: 'none; an expression sees what the caller may see',
  points: WRITE,
} as const;

const evaluating = {
  ...common,
  query: { expand: { listOf: ['meta.complexity'] } },
  body: { expression: 'any', context: 'any' },
} as const;

export const expressionRoutes: readonly Route[] = [
  {
    ...evaluating,
    path: '/rest/api/3/expression/evaluate',
    operationId: 'evaluateJSISJiraExpression',
    answer: evaluation('tokens'),
  },
  {
    ...evaluating,
    path: '/rest/api/3/expression/eval',
    operationId: 'evaluateJiraExpression',
    answer: evaluation('counts'),
  },
  {
    ...common,
    path: '/rest/api/3/expression/analyse',
    operationId: 'analyseExpression',
    query: { check: { oneOf: ['syntax', 'complexity'] } },
    body: { expressions: 'any', contextVariables: 'object' },
    answer: analyse,
  },
];
