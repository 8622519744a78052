import type { Records } from '../kernel/records';
import { definitionKey } from '../sla/definition-entity';
import type { Definition, Trigger } from '../sla/domain/definition';
import type { DefinitionDraft } from '../sla/domain/draft';
import { levelRows } from './version-rows';

/** By the keys of their versions' rows. */
type Drafts = ReadonlyMap<string, DefinitionDraft>;

/** Forge reads so many keys at a time. */
const keysPerRead = 25;

/** The drafts of every version, of those that were stored with one. */
export async function draftsOf(
  definitions: readonly Definition[],
  { findAll }: Pick<Records, 'findAll'>,
): Promise<Drafts> {
  const keys = [...new Set(definitions.flatMap(versionsOf).map(rowKey))];
  const drafts = new Map<string, DefinitionDraft>();
  for (let i = 0; i < keys.length; i += keysPerRead) {
    const part = keys.slice(i, i + keysPerRead);
    const rows = await findAll(levelRows, part);
    part.forEach((key, at) => {
      const body = rows[at]?.value?.body;
      if (body && 'draft' in body && body.draft) drafts.set(key, body.draft);
    });
  }
  return drafts;
}

const versionsOf = (definition: Definition): readonly Definition[] => [
  definition,
  ...(definition.former ?? []).map((former) => former.definition),
];

/** Versions that a calendar's edits made of one, as 1½ and 2, were written as one. */
const rowKey = ({ id, version }: Definition): string => definitionKey('service-level', id, Math.ceil(version));

/** The definition, the triggers of which know their categories as their drafts do. */
export function asDrafted(definition: Definition, drafts: Drafts): Definition {
  const draft = drafts.get(rowKey(definition));
  const { former } = definition;
  const meant = (list: 'start' | 'stop' | 'reset') =>
    definition[list].map((trigger, i) => categorised(trigger, draft?.[list][i]));
  return {
    ...definition,
    start: meant('start'),
    stop: meant('stop'),
    reset: meant('reset'),
    ...(former && { former: former.map((one) => ({ ...one, definition: asDrafted(one.definition, drafts) })) }),
  };
}

const categorised = (trigger: Trigger, draft: DefinitionDraft['start'][number] | undefined): Trigger =>
  trigger.kind === 'enters' && draft?.kind === 'enters-category' ? { ...trigger, category: draft.category } : trigger;
