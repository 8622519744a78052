import type { PrioritySettings } from '@fettle/incident/contract';
import { all, any, fieldInJql } from '../../jira/jql-words';

type Grading = Pick<PrioritySettings['impact'], 'field' | 'levels'>;
interface Graded extends Pick<PrioritySettings, 'incidentTypes'> {
  readonly impact: Grading;
  readonly urgency: Grading;
}

/** JQL of the open incidents in a cell of the matrix, levels from 1; undefined where no option is of one of its levels. */
export function cellQuery({ impact, urgency, incidentTypes }: Graded, levels: readonly [number, number]) {
  const [row, column] = [ofLevel(impact, levels[0]), ofLevel(urgency, levels[1])];
  return row && column && all(openOf(incidentTypes), row, column);
}

/** JQL of the open incidents that no priority follows for. */
export const ungradedQuery = ({ impact, urgency, incidentTypes }: Graded): string =>
  all(openOf(incidentTypes), any([impact, urgency].map(({ field }) => `${fieldInJql(field)} is EMPTY`)));

const openOf = (types: readonly string[]): string => `issuetype in (${types.join(', ')}) AND statusCategory != Done`;

function ofLevel({ field, levels }: Grading, level: number): string | undefined {
  const ids = (levels[level - 1] ?? []).map(({ id }) => id);
  return ids.length ? `${fieldInJql(field)} in (${ids.join(', ')})` : undefined;
}
