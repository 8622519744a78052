import { type Sent, textOf, unfit } from './sent';

/** Where a module of the app stands; which parts there are depends on the kind of module. */
export interface Place {
  readonly moduleKey: string;
  readonly issueKey?: string;
  readonly projectKey?: string;
  readonly dashboardId?: string;
  readonly gadgetId?: string;
  readonly entryPoint?: string;
  /** Path and query of the site's page that holds it. */
  readonly path?: string;
}

const parts = ['issueKey', 'projectKey', 'dashboardId', 'gadgetId', 'entryPoint', 'path'] as const;

/** The place that a page of the site told; refused with 400 when it is none. */
export function placeOf(sent: Sent): Place {
  const { place } = sent;
  if (typeof place !== 'object' || place === null) throw unfit('"place" must say where the module stands.');
  const told = place as Sent;
  const known = parts.filter((part) => told[part] !== undefined).map((part) => [part, textOf(told, part)]);
  return { moduleKey: textOf(told, 'moduleKey'), ...Object.fromEntries(known) };
}
