import type { Definition } from '@fettle/sla/domain/definition';
import { slotAlias } from '@fettle/sla/domain/slot-aliases';
import { all, any, fieldInJql, ofProjects } from '../jira/jql-words';
import { breachedAndOpenIn, openIn } from '../sla/open-in-jql';

/** What of the incidents a person wants to see. */
export interface Filter {
  readonly project: string;
  readonly isMine: boolean;
}

/** An hour, as JQL tells it. */
const soon = '1h';

/** True of an issue if it is of one of its slots. */
const ofSlots = (definitions: readonly Definition[], ask: (slot: number) => string): string =>
  any(definitions.map(({ slot }) => ask(slot)));

const filtered = ({ project, isMine }: Filter): string =>
  all(ofProjects(project ? [project] : []), isMine ? 'assignee = currentUser()' : '');

/** Issues with a clock that is due at an instant, past or to come. */
export const dueAtAll = (definitions: readonly Definition[], filter: Filter): string =>
  all(
    ofSlots(definitions, (slot) => `${openIn(slot)} AND ${slotAlias(slot, 'Due')} is not EMPTY`),
    filtered(filter),
  );

export const withinTheHour = (definitions: readonly Definition[], filter: Filter): string =>
  all(
    ofSlots(definitions, (slot) => {
      const due = slotAlias(slot, 'Due');
      return `${slotAlias(slot, 'State')} = running AND ${due} > now() AND ${due} <= ${soon}`;
    }),
    filtered(filter),
  );

export const breachedNow = (definitions: readonly Definition[], filter: Filter): string =>
  all(ofSlots(definitions, breachedAndOpenIn), filtered(filter));

/** As late as the app's date field may be: a run of its schedule and the events before it. */
const fieldMayLag = '-10m';

/**
 * JQL does not promise to order by an issue property, so issues are ordered by the app's own date field, which shows the
 * nearest due instant some minutes late. Those it may be wrong of are read by themselves, as `fresh`.
 */
export function queriesOf(definitions: readonly Definition[], nextDueField: string | undefined, filter: Filter) {
  const asked = dueAtAll(definitions, filter);
  if (!nextDueField) return { ordered: `${asked} ORDER BY key ASC`, fresh: undefined };
  const field = fieldInJql(nextDueField);
  return {
    ordered: `${all(asked, `${field} is not EMPTY`)} ORDER BY ${field} ASC, key ASC`,
    fresh: `${all(asked, `(${field} is EMPTY OR updated >= ${fieldMayLag})`)} ORDER BY updated DESC, key ASC`,
  };
}
