import { type Condition, fieldsOf } from './condition';
import type { Definition, Trigger } from './definition';

/** Every field that a definition looks at. */
export function fieldsOfDefinition({ scope, start, stop, reset, pause, cancel, goals }: Definition): readonly string[] {
  const conditions: readonly Condition[] = [
    scope,
    ...cancel,
    ...pause.map(({ condition }) => condition),
    ...goals.map(({ condition }) => condition),
  ];
  return [...new Set([...conditions.flatMap(fieldsOf), ...[...start, ...stop, ...reset].flatMap(fieldsOfTrigger)])];
}

/** Whether comments start, stop or reset the clock. */
export const looksAtComments = ({ start, stop, reset }: Definition): boolean =>
  [...start, ...stop, ...reset].some(({ kind }) => kind === 'comment');

const fieldsOfTrigger = (trigger: Trigger): readonly string[] => (trigger.kind === 'enters' ? [trigger.field] : []);
