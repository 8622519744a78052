import { objectsIn } from '../body-reading';
import { needed } from '../fields/asked-fields';
import type { Json } from '../json';
import type { BodyShape } from '../route';
import type { Mapping } from '../workflow-schemes/workflow-scheme-migration';

const moves: BodyShape = { oldStatusId: 'any', newStatusId: 'any' };

export const byTypeBody: BodyShape = { issueTypeId: 'any', statusMappings: moves };

export const byWorkflowBody: BodyShape = { oldWorkflowId: 'any', newWorkflowId: 'any', statusMappings: moves };

const movesIn = (body: Json, place: string): ReadonlyMap<number, number> =>
  new Map(
    objectsIn(body, 'statusMappings').map((move) => [
      Number(needed(move, 'oldStatusId', place)),
      Number(needed(move, 'newStatusId', place)),
    ]),
  );

/** Mappings by issue type, from the named list of a body. */
export function mappingByType(body: Json, name: string): Mapping {
  const lists = objectsIn(body, name).map((each) => [Number(needed(each, 'issueTypeId', name)), movesIn(each, name)]);
  const byType = new Map(lists as [number, ReadonlyMap<number, number>][]);
  return ({ typeId }, statusId) => byType.get(typeId)?.get(statusId);
}

/** Mappings by the workflows of before and after, from the named list of a body. */
export function mappingByWorkflow(body: Json, name: string): Mapping {
  const lists = objectsIn(body, name).map((each) => ({
    before: needed(each, 'oldWorkflowId', name),
    after: needed(each, 'newWorkflowId', name),
    moves: movesIn(each, name),
  }));
  return (change, statusId) =>
    lists.find(({ before, after }) => before === change.before.id && after === change.after.id)?.moves.get(statusId);
}
