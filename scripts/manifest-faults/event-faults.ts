import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFault } from '../../devsite/expressions/faults';
import { filterLimits, jiraLimits, type Limits } from '../../devsite/expressions/limits';
import { type Parsed, parseExpression } from '../../devsite/expressions/parse';
import { type Module, modulesOf } from '../../devsite/manifest';
import type { AppReading } from './app-reading';
import { shapeOf } from './event-shapes';
import { strangeNames } from './expression-names';
import type { Fault } from './fault';

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

type Filter = { readonly expression?: unknown };
type Filtered = string | { readonly eventType: string; readonly filter?: Filter };

const eventsOf = ({ events }: Module): readonly Filtered[] => events ?? [];

/** Names of events that do not exist, and expressions that cannot be read or name what does not exist. */
export const eventFaults = ({ manifest }: AppReading): readonly Fault[] => [
  ...modulesOf(manifest, 'trigger').flatMap(triggerFaults),
  ...['jira:workflowValidator', 'jira:workflowCondition', 'jira:actionValidator'].flatMap((type) =>
    modulesOf(manifest, type).flatMap(({ key, expression }) =>
      misread(`modules.${type}.${key}.expression`, expression, jiraLimits),
    ),
  ),
];

function triggerFaults(trigger: Module): readonly Fault[] {
  const place = `modules.trigger.${trigger.key}`;
  const named = eventsOf(trigger).map((event) => (typeof event === 'string' ? { eventType: event } : event));
  const filters = [
    { filter: trigger.filter, over: named.filter(({ filter }) => !filter) },
    ...named.map((event) => ({ filter: event.filter, over: [event] })),
  ];
  return [
    ...named
      .filter(({ eventType }) => !knownEvents.has(eventType))
      .map(({ eventType }) => ({ place: `${place}.events`, reason: `there is no event ${eventType}` })),
    ...filters.flatMap(({ filter, over }) =>
      misread(`${place}.filter.expression`, filter?.expression, filterLimits, (parsed) =>
        strangeNames(parsed, shapeOf(over.map(({ eventType }) => eventType))),
      ),
    ),
  ];
}

type Read = (parsed: Parsed) => readonly string[];

function misread(place: string, expression: unknown, limits: Limits, read: Read = () => []): readonly Fault[] {
  if (expression === undefined) return [];
  if (typeof expression !== 'string') return [{ place, reason: 'an expression is a text' }];
  try {
    return read(parseExpression(expression, limits)).map((reason) => ({ place, reason }));
  } catch (error) {
    if (!isFault(error)) throw error;
    return [{ place, reason: error.message }];
  }
}
