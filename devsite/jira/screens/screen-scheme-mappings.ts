import { objectsIn } from '../body-reading';
import { needed } from '../fields/asked-fields';
import type { Json } from '../json';
import { refuse, refuseField } from '../refusal';
import type { World } from '../world';
import { screenSchemeIdFor } from './screen-scheme-store';

interface Mappings {
  /** The screen scheme of the types that are not mapped, if the body names it. */
  readonly otherwise: number | undefined;
  readonly byType: ReadonlyMap<number, number>;
}

function typeIdFor({ setup }: World, id: unknown): number {
  const type = setup.issueTypes.get(Number(id));
  if (!type || type.scopeProjectId !== undefined) throw refuse(404, `The issue type with ID ${id} was not found.`);
  return type.id;
}

/** The `issueTypeMappings` of a body; one of "default" is that of every other type. */
export function mappingsIn(world: World, body: Json): Mappings {
  const mappings = objectsIn(body, 'issueTypeMappings');
  if (mappings.length === 0) throw refuseField('issueTypeMappings', 'The issueTypeMappings must not be empty.');
  const asked = mappings.map(
    (mapping) =>
      [
        needed(mapping, 'issueTypeId', 'issueTypeMappings'),
        needed(mapping, 'screenSchemeId', 'issueTypeMappings'),
      ] as const,
  );
  const ids = asked.map(([typeId]) => typeId);
  if (new Set(ids).size < ids.length) throw refuseField('issueTypeMappings', 'An issue type is mapped more than once.');
  const pairs = asked.map(([typeId, schemeId]) => [typeId, screenSchemeIdFor(world, schemeId)] as const);
  return {
    otherwise: pairs.find(([typeId]) => typeId === 'default')?.[1],
    byType: new Map(
      pairs.flatMap(([typeId, schemeId]) => (typeId === 'default' ? [] : [[typeIdFor(world, typeId), schemeId]])),
    ),
  };
}
