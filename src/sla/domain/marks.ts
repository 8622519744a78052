import { phrase } from '../../kernel/names';
import type { Instant } from '../../kernel/time';
import type { Definition } from './definition';
import { fieldsOfDefinition, looksAtComments } from './definition-fields';
import type { Comment, Facts } from './facts';
import type { Names } from './names';
import { type Moment, moments } from './timeline';

/** Something that happened and that the clock looked at, for the time axis: "status became Done", Ada. */
export interface Mark {
  readonly at: Instant;
  readonly kind: 'created' | 'change' | 'comment';
  readonly text: string;
  readonly who: string;
}

export function marksOf(facts: Facts, definition: Definition, now: Instant, names: Names): readonly Mark[] {
  const born: Mark = { at: facts.created.at, kind: 'created', text: 'created', who: names.person(facts.created.by) };
  const marks = moments(facts, now).flatMap((moment) => marksAt(moment, definition, names));
  return facts.created.at <= now ? [born, ...marks] : [];
}

/** What happened at a moment as a reason: "status became Done (Ada)", "Ada commented"; undefined when it is nothing the clock looks at. */
export function because(moment: Moment | undefined, definition: Definition, names: Names): string | undefined {
  const marks = moment ? marksAt(moment, definition, names) : [];
  return marks.length === 0 ? undefined : marks.map(reason).join(' and ');
}

const reason = ({ kind, text, who }: Mark): string => (kind === 'comment' ? `${who} ${text}` : `${text} (${who})`);

function marksAt(moment: Moment, definition: Definition, names: Names): readonly Mark[] {
  const fields = fieldsOfDefinition(definition);
  const changed: readonly Mark[] = moment.changes.flatMap(({ by, items }) =>
    items
      .filter(({ field }) => fields.includes(field))
      .map(({ field, to }) => ({
        at: moment.at,
        kind: 'change',
        text: wordsOf(field, to, definition, names),
        who: names.person(by),
      })),
  );
  const said = looksAtComments(definition) ? moment.comments : [];
  return [...changed, ...said.map((comment) => spoken(comment, names))];
}

function wordsOf(field: string, to: string | null, definition: Definition, names: Names): string {
  const jql = askedOf(definition).find((asked) => asked.field === field)?.jql;
  if (jql !== undefined) return phrase`Jira ${to === null ? 'no longer finds it' : 'finds it'} by “${jql}”`;
  return `${names.field(field)} became ${to === null ? 'empty' : names.value(field, to)}`;
}

const askedOf = ({ asked = [], former = [] }: Definition) => [
  ...asked,
  ...former.flatMap((one) => one.definition.asked ?? []),
];

function spoken({ at, by, byApp, audience }: Comment, names: Names): Mark {
  const how = audience === 'internal' ? 'commented internally' : 'commented';
  return { at, kind: 'comment', text: byApp ? `${how} as an app` : how, who: names.person(by) };
}
