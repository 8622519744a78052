import type { Instant } from '../../kernel/time';
import type { Definition } from './definition';
import { fieldsOfDefinition, looksAtComments } from './definition-fields';
import type { Comment, Facts } from './facts';
import type { Names } from './names';
import { type Moment, moments } from './timeline';

/** Something that happened and that the clock looked at, for the time axis: "status became Done", Ada. */
export interface Mark {
  readonly at: Instant;
  readonly text: string;
  readonly who: string;
}

export function marksOf(facts: Facts, definition: Definition, now: Instant, names: Names): readonly Mark[] {
  const born: Mark = { at: facts.created.at, text: 'created', who: names.person(facts.created.by) };
  const marks = moments(facts, now).flatMap((moment) => marksAt(moment, definition, names));
  return facts.created.at <= now ? [born, ...marks] : [];
}

/** What happened at a moment as a reason: "status became Done (Ada)"; undefined when it is nothing the clock looks at. */
export function because(moment: Moment | undefined, definition: Definition, names: Names): string | undefined {
  const marks = moment ? marksAt(moment, definition, names) : [];
  return marks.length === 0 ? undefined : marks.map(({ text, who }) => `${text} (${who})`).join(' and ');
}

function marksAt(moment: Moment, definition: Definition, names: Names): readonly Mark[] {
  const fields = fieldsOfDefinition(definition);
  const changed = moment.changes.flatMap(({ by, items }) =>
    items
      .filter(({ field }) => fields.includes(field))
      .map(({ field, to }) => ({
        at: moment.at,
        text: `${names.field(field)} became ${to === null ? 'empty' : names.value(field, to)}`,
        who: names.person(by),
      })),
  );
  const said = looksAtComments(definition) ? moment.comments : [];
  return [
    ...changed,
    ...said.map((comment) => ({ at: moment.at, text: spoken(comment), who: names.person(comment.by) })),
  ];
}

function spoken({ byApp, audience }: Comment): string {
  if (byApp) return 'comment by an app';
  return audience === 'internal' ? 'internal comment' : 'comment';
}
