import { NotSimulated } from '../../simulators/simulator';
import { objectsIn } from '../body-reading';
import { isObject } from '../checks';
import type { IssueType, Project } from '../configuration/setup';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { WRITE } from '../points';
import { projectNamed } from '../projects/project-named';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { type BulkResult, bulk, eachSelected, selected, together } from './bulk-task';
import { visibleIssue } from './issue';
import { type Move, moveIssue } from './move-issue';

function projectOf({ world, caller }: Call, name: string): Project {
  const project = projectNamed(world.setup, name);
  if (!project || !may(world, caller.accountId, 'BROWSE_PROJECTS', project.id))
    throw refuse(400, `The target project '${name}' does not exist.`);
  return project;
}

function typeOf({ world }: Call, project: Project, id: string): IssueType {
  const type = world.setup.issueTypes.get(Number(id));
  if (!type || !project.issueTypeIds.includes(type.id))
    throw refuse(400, `The issue type '${id}' is not valid in the target project.`);
  return type;
}

function parentOf(
  { world, caller }: Call,
  project: Project,
  type: IssueType,
  name: string | undefined,
): number | undefined {
  if (!name) return undefined;
  const parent = visibleIssue(world, caller.accountId, name);
  const level = parent && world.setup.issueTypes.get(parent.row.type_id)?.hierarchyLevel;
  if (!parent || level !== type.hierarchyLevel + 1 || (level === 0 && parent.row.project_id !== project.id))
    throw refuse(400, `The parent '${name}' is not valid for the target issue type.`);
  return parent.row.id;
}

const flags = ['inferClassificationDefaults', 'inferFieldDefaults', 'inferStatusDefaults', 'inferSubtaskTypeDefault'];

function checkMapping(mapping: Json): void {
  if (!isObject(mapping)) throw refuse(400, 'A mapping of a move must be an object.');
  const missing = flags.find((flag) => typeof mapping[flag] !== 'boolean');
  if (missing !== undefined) throw refuse(400, `'${missing}' must be true or false.`);
  for (const name of ['targetMandatoryFields', 'targetClassification'])
    if (objectsIn(mapping, name).length > 0) throw new NotSimulated(`${name} of a move`);
}

/** The source's statuses to the target's; undefined where Jira is to find them. */
function statusesOf(mapping: Json): ReadonlyMap<number, number> | undefined {
  if (mapping.inferStatusDefaults) return undefined;
  const all = objectsIn(mapping, 'targetStatus').flatMap(({ statuses }) =>
    Object.entries((statuses ?? {}) as Readonly<Record<string, readonly string[]>>),
  );
  return new Map(all.flatMap(([to, from]) => from.map((each) => [Number(each), Number(to)] as const)));
}

/** The target stands in the mapping's name: project, issue type and, for subtasks, parent. */
function movedBy(call: Call, target: string, mapping: Json): BulkResult {
  checkMapping(mapping);
  const [projectName = '', typeId = '', parentName] = target.split(',').map((part) => part.trim());
  const project = projectOf(call, projectName);
  const type = typeOf(call, project, typeId);
  const move: Move = {
    world: call.world,
    accountId: call.caller.accountId,
    project,
    type,
    parentId: parentOf(call, project, type, parentName),
    statuses: statusesOf(mapping),
    withSubtasks: mapping.inferSubtaskTypeDefault,
  };
  return eachSelected(selected(call, mapping, 'issueIdsOrKeys'), (issue) => void moveIssue(move, issue));
}

function move(call: Call): BulkResult {
  const mappings = call.body?.targetToSourcesMapping;
  if (!isObject(mappings) || Object.keys(mappings).length === 0)
    throw refuse(400, "'targetToSourcesMapping' must hold at least one mapping.");
  return together(Object.entries(mappings).map(([target, mapping]) => movedBy(call, target, mapping)));
}

export const bulkMoveRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/bulk/issues/move',
    operationId: 'submitBulkMove',
    scopes: ['write:jira-work'],
    body: { sendBulkNotification: 'boolean', targetToSourcesMapping: 'any' },
    permission: 'Make bulk changes; Move issues in the source and Create issues in the target project',
    points: WRITE,
    answer: bulk('Move issues', move, 400),
  },
];
