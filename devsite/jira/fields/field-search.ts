import type { CustomField } from '../configuration/setup';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { pageAnswer, pageAsk } from '../page-answer';
import type { Call } from '../route';
import type { World } from '../world';
import { allFields } from './field-shape';

/** The screens of a field, each with the tab it stands on. */
export const screensWith = ({ setup }: World, fieldId: string) =>
  [...setup.screens.values()].flatMap((screen) =>
    screen.tabs.flatMap((tab) => (tab.fieldIds.includes(fieldId) ? [{ screen, tab }] : [])),
  );

/** What a search asks of the site; when values of fields last changed is worked out once, if at all. */
interface Asking {
  readonly world: World;
  readonly lastUsed: (fieldId: string) => number;
}

function readUses({ database }: World): ReadonlyMap<string, number> {
  const rows = database
    .sql(
      `SELECT item.value ->> 'fieldId' AS id, max(h.at) AS at FROM jira_history h, json_each(h.items_json) item
      GROUP BY item.value ->> 'fieldId'`,
    )
    .all<{ id: string; at: number }>();
  return new Map(rows.map(({ id, at }) => [id, at]));
}

function askingOf(world: World): Asking {
  let uses: ReadonlyMap<string, number> | undefined;
  return {
    world,
    lastUsed: (fieldId) => {
      uses ??= readUses(world);
      return uses.get(fieldId) ?? 0;
    },
  };
}

function usedShape(at: number): Json {
  return at === 0 ? { type: 'NO_INFORMATION' } : { type: 'TRACKED', value: jiraTime(at) };
}

const customOf = ({ setup }: World, id: string): CustomField | undefined => setup.fields.get(id);

/** What `expand` adds to a field. */
const extras: Readonly<Record<string, (asking: Asking, field: Json) => Json>> = {
  key: (_asking, { key }) => ({ key }),
  isLocked: ({ world }, { id }) => ({ isLocked: customOf(world, id)?.appKey !== undefined }),
  searcherKey: ({ world }, { id }) => {
    const searcherKey = customOf(world, id)?.searcherKey;
    return searcherKey === undefined ? {} : { searcherKey };
  },
  screensCount: ({ world }, { id }) => ({ screensCount: screensWith(world, id).length }),
  contextsCount: ({ world }, { id }) => ({ contextsCount: customOf(world, id)?.contexts.length ?? 0 }),
  lastUsed: ({ lastUsed }, { id, custom }) => (custom ? { lastUsed: usedShape(lastUsed(id)) } : {}),
};
export const fieldExtras = Object.keys(extras);

/** By what a list of fields can be ordered, smallest first. */
const orders: Readonly<Record<string, (asking: Asking, field: Json) => string | number>> = {
  name: (_asking, { name }) => name.toLowerCase(),
  contextsCount: ({ world }, { id }) => customOf(world, id)?.contexts.length ?? 0,
  screensCount: ({ world }, { id }) => screensWith(world, id).length,
  lastUsed: ({ lastUsed }, { id }) => lastUsed(id),
};
/** An unencoded + arrives as a blank. */
export const fieldOrders = Object.keys(orders).flatMap((name) => [name, `-${name}`, `+${name}`, ` ${name}`]);

function inOrder(asking: Asking, fields: readonly Json[], wanted: string): readonly Json[] {
  const by = orders[wanted.replace(/^[-+ ]/, '')];
  if (!by) return fields;
  const sign = wanted.startsWith('-') ? -1 : 1;
  const keyed = fields.map((field) => ({ field, key: by(asking, field) }));
  return keyed
    .sort((one, other) => (one.key === other.key ? 0 : sign * (one.key < other.key ? -1 : 1)))
    .map(({ field }) => field);
}

const descriptionOf = (world: World, id: string): string => customOf(world, id)?.description ?? '';

function fits({ world, query }: Call, { id, name, custom, scope }: Json): boolean {
  const [types, ids] = [query.list('type'), query.list('id')];
  const words = (query.text('query') ?? '').toLowerCase();
  return (
    scope === undefined &&
    (types.length === 0 || types.includes(custom ? 'custom' : 'system')) &&
    (ids.length === 0 || ids.includes(id)) &&
    [name, descriptionOf(world, id)].some((text) => text.toLowerCase().includes(words))
  );
}

/** The fields of company-managed projects that a query asks for, by the page. */
export function fieldSearch(call: Call): Json {
  const { world, query } = call;
  const asking = askingOf(world);
  const found = allFields(world).filter((field) => fits(call, field));
  const ordered = inOrder(asking, found, query.text('orderBy') ?? 'name');
  return pageAnswer(call, ordered, pageAsk(call, 50, 100), (field) => ({
    id: field.id,
    name: field.name,
    schema: field.schema,
    description: descriptionOf(world, field.id),
    ...Object.assign({}, ...query.list('expand').map((name) => extras[name]?.(asking, field))),
  }));
}
