import type { SettableField } from '../fields/settable-fields';
import { type Tell, tellNamed } from '../fields/system-values';

/** What histories tell of beside the fields that a call sets by their names. */
type MovedField = Pick<SettableField, 'name' | 'column' | 'tell'>;

const tellSeconds: Tell = (kept) => {
  const text = kept === null || kept === undefined ? null : String(kept);
  return { id: text, text };
};

const seconds = (name: string, column: MovedField['column']): MovedField => ({ name, column, tell: tellSeconds });

/** Only transitions, moves and work move these. */
export const movedFields: Readonly<Record<string, MovedField>> = {
  status: { name: 'status', column: 'status_id', tell: tellNamed(({ statuses }) => statuses) },
  project: { name: 'project', column: 'project_id', tell: tellNamed(({ projects }) => projects) },
  issuekey: { name: 'Key', column: 'key', tell: (kept) => ({ id: null, text: kept }) },
  timeoriginalestimate: seconds('timeoriginalestimate', 'original_estimate'),
  timeestimate: seconds('timeestimate', 'remaining_estimate'),
  timespent: seconds('timespent', 'time_spent'),
};
