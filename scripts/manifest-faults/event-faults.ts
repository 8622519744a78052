import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFault } from '../../devsite/expressions/faults';
import { filterLimits, jiraLimits, type Limits } from '../../devsite/expressions/limits';
import { parseExpression } from '../../devsite/expressions/parse';
import { type Module, modulesOf } from '../../devsite/manifest';
import type { AppReading, Fault } from './app-reading';

const mapping = join(
  dirname(require.resolve('@forge/manifest/schema.json')),
  '../mapping/product-event-to-scope-mapping.json',
);

/** Product events, as @forge/manifest lists them; life-cycle events need no scope and stand in none of its lists. */
const knownEvents: ReadonlySet<string> = new Set([
  ...(JSON.parse(readFileSync(mapping, 'utf8')) as { mapping: { productEvent: string }[] }).mapping.map(
    ({ productEvent }) => productEvent,
  ),
  // https://developer.atlassian.com/platform/forge/events-reference/life-cycle/ (2026-08)
  'avi:forge:installed:app',
  'avi:forge:upgraded:app',
]);

type Filtered = string | { readonly eventType: string; readonly filter?: { readonly expression?: unknown } };

const eventsOf = ({ events }: Module): readonly Filtered[] => events ?? [];

/** Names of events that do not exist, and expressions that cannot be read. */
export const eventFaults = ({ manifest }: AppReading): readonly Fault[] => [
  ...modulesOf(manifest, 'trigger').flatMap(triggerFaults),
  ...['jira:workflowValidator', 'jira:workflowCondition', 'jira:actionValidator'].flatMap((type) =>
    modulesOf(manifest, type).flatMap(({ key, expression }) =>
      unread(`modules.${type}.${key}.expression`, expression, jiraLimits),
    ),
  ),
];

function triggerFaults(trigger: Module): readonly Fault[] {
  const place = `modules.trigger.${trigger.key}`;
  const named = eventsOf(trigger).map((event) => (typeof event === 'string' ? { eventType: event } : event));
  return [
    ...named
      .filter(({ eventType }) => !knownEvents.has(eventType))
      .map(({ eventType }) => ({ place: `${place}.events`, reason: `there is no event ${eventType}` })),
    ...[trigger.filter, ...named.map(({ filter }) => filter)].flatMap((filter) =>
      unread(`${place}.filter.expression`, filter?.expression, filterLimits),
    ),
  ];
}

function unread(place: string, expression: unknown, limits: Pick<Limits, 'characters' | 'parts'>): readonly Fault[] {
  if (expression === undefined) return [];
  if (typeof expression !== 'string') return [{ place, reason: 'an expression is a text' }];
  try {
    parseExpression(expression, limits as Limits);
    return [];
  } catch (error) {
    if (!isFault(error)) throw error;
    return [{ place, reason: error.message }];
  }
}
