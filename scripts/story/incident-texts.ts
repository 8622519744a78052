import { applicationIncidents } from './incidents/applications';
import type { IncidentKind } from './incidents/kind';
import { networkIncidents } from './incidents/network';
import { platformIncidents } from './incidents/platform';
import { workplaceIncidents } from './incidents/workplace';

/** One trouble at one place, in the words of those who met it. */
export interface IncidentText extends Omit<IncidentKind, 'at'> {
  readonly priority: number;
}

const kinds = [...workplaceIncidents, ...networkIncidents, ...applicationIncidents, ...platformIncidents];

/** A hundred and twenty of them, no two with the same summary. */
export const incidentTexts: readonly IncidentText[] = kinds.flatMap(({ at, ...kind }) =>
  at.map(([place, priority]) => {
    const placed = (text: string) => text.replaceAll('{}', place);
    return { ...kind, priority, summary: placed(kind.summary), description: placed(kind.description) };
  }),
);

export const categories = [...new Set(kinds.map(({ category }) => category))].sort();
export const services = [...new Set(kinds.map(({ service }) => service))].sort();
