import { jqlTokens, plain } from './jql-tokens';

/** What may stand where the caret is. */
export interface Completion {
  readonly expects: 'field' | 'operator' | 'value' | 'join' | 'orderField' | 'direction';
  /** The field that an operator or a value belongs to. */
  readonly field: string;
  readonly operator: string;
  /** Whether a list was opened and not yet closed. */
  readonly isInList: boolean;
  /** What is typed of it, without quotes, and where that begins. */
  readonly typed: string;
  readonly from: number;
}

type State = Omit<Completion, 'typed' | 'from'>;

const start: State = { expects: 'field', field: '', operator: '', isInList: false };
const signs = /^(=|!=|~|!~|>|<|>=|<=)$/;
const listed = /\bin$/i;

/** Where each token leads from each state; a token that does not fit leaves the state as it is. */
const steps: Readonly<Record<Completion['expects'], (state: State, token: string) => State>> = {
  field: (state, token) => {
    if (token === '(' || /^not$/i.test(token)) return state;
    return { ...state, expects: 'operator', field: plain(token), operator: '' };
  },
  operator: (state, token) => {
    if (signs.test(token)) return { ...state, expects: 'value', operator: token };
    const operator = `${state.operator} ${token}`.trim().toLowerCase();
    if (operator === 'changed') return { ...state, expects: 'join', operator };
    const mayGoOn = ['not', 'was', 'was not', 'is'].includes(operator);
    return { ...state, expects: mayGoOn && operator === 'not' ? 'operator' : 'value', operator };
  },
  value: (state, token) => {
    if (token === '(') return { ...state, isInList: true };
    if (state.isInList) return token === ')' ? { ...state, expects: 'join', isInList: false } : state;
    const longer = /^(not|in)$/i.test(token) && /^(is|was|was not)$/.test(state.operator);
    if (longer) return { ...state, operator: `${state.operator} ${token.toLowerCase()}` };
    return { ...state, expects: 'join' };
  },
  join: (state, token) => {
    if (/^(and|or)$/i.test(token)) return start;
    if (/^by$/i.test(token)) return { ...start, expects: 'orderField' };
    return state;
  },
  orderField: (state) => ({ ...state, expects: 'direction' }),
  direction: (state, token) => (token === ',' ? { ...state, expects: 'orderField' } : state),
};

/** What may be typed at the end of the text before the caret. */
export function completionOf(before: string): Completion {
  const tokens = jqlTokens(before);
  const last = tokens.at(-1);
  const isTouched = last !== undefined && last.to === before.length && !/^([(),]|"[^"]*"|'[^']*')$/.test(last.text);
  const isSign = isTouched && signs.test(last.text);
  const typed = isTouched && !isSign ? last : undefined;
  const done = typed ? tokens.slice(0, -1) : tokens;
  const state = done.reduce((known, { text }) => steps[known.expects](known, text), start);
  return { ...state, typed: typed ? plain(typed.text) : '', from: typed?.from ?? before.length };
}

/** Whether the operator takes a list. */
export const takesList = ({ operator }: Pick<Completion, 'operator'>): boolean => listed.test(operator);
