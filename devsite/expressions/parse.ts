import { type Options, Parser, type Program, type TokenType, tokTypes } from 'acorn';
import { LimitFault, SyntaxFault } from './faults';
import { partsOf } from './grammar';
import type { Limits } from './limits';

const options: Options = { ecmaVersion: 2022, sourceType: 'script', allowReturnOutsideFunction: true, locations: true };

const mapHead = /\s*(?:\}|(?:[A-Za-z_$][\w$]*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\s*:)/y;

/** Whether the brace before `from` opens a map literal and not a block. */
function opensMap(text: string, from: number): boolean {
  mapHead.lastIndex = from;
  return mapHead.test(text);
}

interface Unfinished {
  operator?: string;
  prefix?: boolean;
  argument?: unknown;
  expression?: unknown;
  body?: unknown;
}

/** What of acorn's parser its plugins work with. */
interface Inside {
  readonly type: TokenType;
  readonly input: string;
  readonly end: number;
  startNode(): Unfinished;
  finishNode(node: Unfinished, type: string): unknown;
  next(): void;
  semicolon(): void;
  exitScope(): void;
  checkParams(node: Unfinished, allowDuplicates: boolean): void;
  canInsertSemicolon(): boolean;
  parseExpression(): unknown;
  parseMaybeAssign(): unknown;
  parseExprOps(...rest: unknown[]): unknown;
  parseStatement(context: unknown, ...rest: unknown[]): unknown;
  parseFunctionBody(node: Unfinished, isArrow: boolean, ...rest: unknown[]): unknown;
}

/**
 * JavaScript but for three things: `{` may begin a map wherever a body stands, `throw` is an operator, and a semicolon
 * is never left out between statements.
 */
const plugin = (Base: new () => Inside) =>
  class extends Base {
    override parseStatement(context: unknown, ...rest: unknown[]) {
      const isMap = !context && this.type === tokTypes.braceL && opensMap(this.input, this.end);
      if (!isMap) return super.parseStatement(context, ...rest);
      const node = this.startNode();
      node.expression = this.parseExpression();
      this.semicolon();
      return this.finishNode(node, 'ExpressionStatement');
    }

    override parseFunctionBody(node: Unfinished, isArrow: boolean, ...rest: unknown[]) {
      const isMap = isArrow && this.type === tokTypes.braceL && opensMap(this.input, this.end);
      if (!isMap) return super.parseFunctionBody(node, isArrow, ...rest);
      node.body = this.parseMaybeAssign();
      node.expression = true;
      this.checkParams(node, false);
      this.exitScope();
      return undefined;
    }

    override parseExprOps(...rest: unknown[]): unknown {
      if (this.type !== tokTypes._throw) return super.parseExprOps(...rest);
      const node = this.startNode();
      this.next();
      node.operator = 'throw';
      node.prefix = true;
      node.argument = this.parseExprOps(...rest);
      return this.finishNode(node, 'UnaryExpression');
    }

    override canInsertSemicolon() {
      return this.type === tokTypes.eof || this.type === tokTypes.braceR;
    }
  };

const ExpressionParser = Parser.extend(
  (Base) => plugin(Base as unknown as new () => Inside) as unknown as typeof Parser,
);

/** An expression as it is evaluated. */
export interface Parsed {
  readonly text: string;
  readonly program: Program;
}

function programOf(text: string): Program {
  try {
    return ExpressionParser.parse(text, options);
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
    throw new SyntaxFault(message.replace(/ \(\d+:\d+\)$/, ''), loc ?? { line: 1, column: 0 });
  }
}

/** Reads an expression; throws `SyntaxFault` for what the language lacks and `LimitFault` for what is too much. */
export function parseExpression(text: string, { characters, parts }: Limits): Parsed {
  if (text.trim() === '') throw new SyntaxFault('The expression is empty.', { line: 1, column: 0 });
  if (text.length > characters)
    throw new LimitFault(`Jira expression is too long (${text.length}), limit: ${characters} characters`);
  const program = programOf(text);
  const count = partsOf(program);
  if (parts !== undefined && count > parts)
    throw new LimitFault(`Jira expression has too many nodes (${count}), limit: ${parts} leaves`);
  return { text, program };
}
