import type { CustomField } from '../configuration/setup';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { pageAnswer, pageAsk } from '../page-answer';
import type { Call } from '../route';
import { customSchema, userShape } from '../shapes';
import type { World } from '../world';
import { trashedFields } from './custom-field-store';
import { fieldKey } from './field-shape';

/** How long a field stays in the trash. https://support.atlassian.com/jira-cloud-administration/docs/edit-or-delete-a-custom-field/ (2026-02) */
const KEPT = 60 * 24 * 60 * 60 * 1_000;

interface Trashed {
  readonly field: CustomField;
  readonly at: number;
  readonly by: string;
}

function inTrash(world: World): readonly Trashed[] {
  const rows = world.database
    .sql('SELECT id, trashed_at AS at, trashed_by AS by FROM jira_field WHERE trashed_at IS NOT NULL')
    .all<{ id: string; at: number; by: string }>();
  const fields = trashedFields(world);
  return rows.flatMap(({ id, at, by }) => {
    const field = fields.get(id);
    return field ? [{ field, at, by }] : [];
  });
}

export const trashOrders = ['name', 'trashDate', 'plannedDeletionDate'].flatMap((name) => [
  name,
  `-${name}`,
  `+${name}`,
  ` ${name}`,
]);

function inOrder(trashed: readonly Trashed[], wanted: string): readonly Trashed[] {
  const sign = wanted.startsWith('-') ? -1 : 1;
  const before = wanted.endsWith('name')
    ? (one: Trashed, other: Trashed) => one.field.name.localeCompare(other.field.name)
    : (one: Trashed, other: Trashed) => one.at - other.at;
  return [...trashed].sort((one, other) => sign * before(one, other));
}

/** The fields in the trash that a query asks for, by the page. */
export function trashSearch(call: Call): Json {
  const { world, query } = call;
  const words = (query.text('query') ?? '').toLowerCase();
  const found = inTrash(world).filter(
    ({ field }) =>
      (query.list('id').length === 0 || query.has('id', field.id)) &&
      [field.name, field.description].some((text) => text.toLowerCase().includes(words)),
  );
  const shape = ({ field, at, by }: Trashed): Json => {
    const user = world.setup.users.get(by);
    return {
      id: field.id,
      key: fieldKey(world, field),
      name: field.name,
      schema: customSchema(field, world.manifest.app.id),
      description: field.description,
      trashedDate: jiraTime(at),
      plannedDeletionDate: jiraTime(at + KEPT),
      ...(user && { trashedBy: userShape(user) }),
    };
  };
  return pageAnswer(call, inOrder(found, query.text('orderBy') ?? 'name'), pageAsk(call), shape);
}
