import { type Condition, fieldsOf } from './condition';
import type { Definition } from './definition';

/** Every field that a definition looks at, its earlier versions included. */
export const fieldsOfDefinition = (definition: Definition): readonly string[] => [
  ...new Set([definition, ...(definition.former ?? []).map((former) => former.definition)].flatMap(fieldsOfVersion)),
];

function fieldsOfVersion({ scope, start, stop, reset, pause, cancel, goals }: Definition): readonly string[] {
  const conditions: readonly Condition[] = [
    scope,
    ...cancel,
    ...pause.map(({ condition }) => condition),
    ...goals.map(({ condition }) => condition),
  ];
  const triggers = [...start, ...stop, ...reset].flatMap((trigger) =>
    trigger.kind === 'enters' ? [trigger.field] : [],
  );
  const dates = goals.flatMap(({ dateField }) => (dateField === undefined ? [] : [dateField]));
  return [...new Set([...conditions.flatMap(fieldsOf), ...triggers, ...dates])];
}

/** Every field named in what a definition, or an earlier version of it, leaves to Jira to judge. */
export const fieldsAskedAbout = (definition: Definition): readonly string[] =>
  [definition, ...(definition.former ?? []).map((former) => former.definition)].flatMap(({ asked = [] }) =>
    asked.flatMap(({ fields }) => fields),
  );

/** Whether comments start, stop or reset the clock. */
export const looksAtComments = ({ start, stop, reset }: Definition): boolean =>
  [...start, ...stop, ...reset].some(({ kind }) => kind === 'comment');
