import { NotSimulated } from '../../simulators/simulator';
import { keptEstimates } from '../activity/time-tracking';
import { isObject } from '../checks';
import { componentsOf } from '../components/component';
import { afterSteps } from '../components/component-values';
import { type Kind, keptValue, offScreen, Unfit } from '../fields/custom-values';
import { type Screen, type SettableField, settableFields } from '../fields/settable-fields';
import { missingFields } from '../fields/system-fields';
import { keepLabels, named } from '../fields/system-values';
import { type Json, own } from '../json';
import { may, type Where } from '../permissions/permissions';
import { Refusal, refuse } from '../refusal';
import { fieldsOnScreen, screenFieldsOf } from '../screens/screens-of';
import type { World } from '../world';
import type { Issue } from './issue';

/** Who sets fields, of what, and where. */
export interface Editing {
  readonly world: World;
  readonly accountId: string;
  readonly screen: Screen;
  readonly where: Where;
  /** The transition's; absent: it has none, or it is no transition. */
  readonly screenId?: number | undefined;
  /** The call sets its field whatever the screens show. */
  readonly offScreens?: true;
  /** The issue before; absent while it is being created. */
  readonly issue?: Issue;
}

/** An editing, and what the project and type allow. */
interface Placed extends Editing {
  readonly kind: Kind;
  readonly onScreen: (id: string) => boolean;
}

/** What a body asks for: what to keep of each field, and the comments to add. */
export interface Edit {
  readonly changes: ReadonlyMap<string, Json>;
  readonly comments: readonly Json[];
}

/** The type that the issue will have. */
function typeAfter({ world, where, issue }: Editing, wanted: Json): number {
  if (wanted === undefined && issue) return issue.row.type_id;
  const allowed = world.setup.projects.get(where.project_id)?.issueTypeIds ?? [];
  const types = allowed.flatMap((id) => world.setup.issueTypes.get(id) ?? []);
  return (wanted && named(types, wanted)?.id) ?? issue?.row.type_id ?? 0;
}

function screenFields({ world, screen, screenId, where }: Editing, typeId: number): ReadonlySet<string> {
  const project = world.setup.projects.get(where.project_id);
  return screen === 'transition' || !project
    ? fieldsOnScreen(world.setup, screenId)
    : screenFieldsOf(world.setup, project, typeId, screen);
}

function placed(editing: Editing, wantedType: Json): Placed {
  const typeId = typeAfter(editing, wantedType);
  const fields = screenFields(editing, typeId);
  return {
    ...editing,
    kind: { projectId: editing.where.project_id, typeId },
    onScreen: (id) => editing.offScreens === true || id === 'issuetype' || id === 'parent' || fields.has(id),
  };
}

function settable(id: string, { world, accountId, screen, where, onScreen }: Placed): SettableField {
  const field = own(settableFields, id);
  if (!field?.screens.includes(screen) || !onScreen(id)) throw offScreen(id);
  if (field.permission && !may(world, accountId, field.permission, where)) throw offScreen(id);
  return field;
}

function keepSystem(id: string, value: Json, editing: Placed): Json {
  if (missingFields.has(id)) throw new NotSimulated(`setting the issue field ${id}`);
  const { world, where, accountId, issue, kind } = editing;
  const place = { world, projectId: where.project_id, accountId, typeId: kind.typeId, ...(issue && { issue }) };
  return settable(id, editing).keep(value, place);
}

function keep(id: string, value: Json, editing: Placed): Json {
  const field = editing.world.setup.fields.get(id);
  if (!field) return keepSystem(id, value, editing);
  if (field.appKey !== undefined || !editing.onScreen(id)) throw offScreen(id);
  return keptValue(editing.world.setup, field, value, editing.kind);
}

type Operation = (current: readonly string[], value: Json) => readonly string[];

const labelOperations: Readonly<Record<string, Operation>> = {
  set: (_current, value) => value,
  add: (current, value) => [...current, value],
  remove: (current, value) => current.filter((label) => label !== value),
};

function updateLabels(operations: readonly Json[], { issue }: Editing): string {
  const before: readonly string[] = JSON.parse(issue?.row.labels_json ?? '[]');
  const steps = operations.flatMap((operation) => Object.entries(operation ?? {}));
  return keepLabels(
    steps.reduce<readonly string[]>((labels, [name, value]) => {
      const operation = own(labelOperations, name);
      if (!operation) throw new NotSimulated(`the operation ${name} on labels`);
      return operation(labels, value);
    }, before),
  );
}

function updateComponents(operations: readonly Json[], editing: Placed): Json {
  const { world, issue } = editing;
  const before = issue ? componentsOf(world.setup, issue.row) : [];
  const after = afterSteps(before, operations);
  if (!after) throw new NotSimulated('the operation on components');
  return keep('components', after, editing);
}

function updateOther(id: string, operations: readonly Json[], editing: Placed): Json {
  const [name, value] = Object.entries(operations[0] ?? {})[0] ?? [];
  if (operations.length !== 1 || name !== 'set') throw new NotSimulated(`the operation ${name} on the field ${id}`);
  return keep(id, value, editing);
}

type Kept = readonly (readonly [fieldId: string, kept: Json])[];

function estimates(value: Json, { issue, onScreen }: Placed): Kept {
  if (!onScreen('timetracking')) throw offScreen('timetracking');
  return keptEstimates(value, issue);
}

function updatedEstimates(operations: Json, editing: Placed): Kept {
  const [name, value] = Object.entries(operations?.[0] ?? {})[0] ?? [];
  if (name !== 'edit' && name !== 'set') throw new NotSimulated(`the operation ${name} on the field timetracking`);
  return estimates(value, editing);
}

const keptOf = (id: string, value: Json, editing: Placed): Kept =>
  id === 'timetracking' ? estimates(value, editing) : [[id, keep(id, value, editing)]];

const updated = (id: string, operations: Json, editing: Placed): Kept =>
  id === 'timetracking' ? updatedEstimates(operations, editing) : [[id, update(id, operations, editing)]];

function update(id: string, operations: Json, editing: Placed): Json {
  if (id === 'worklog' || id === 'issuelinks') throw new NotSimulated(`${id} in update`);
  if (!Array.isArray(operations)) throw new Unfit('Operations must be an array');
  if (id === 'components') return updateComponents(operations, editing);
  if (id !== 'labels') return updateOther(id, operations, editing);
  settable(id, editing);
  return updateLabels(operations, editing);
}

/** What a comment of `update` is told to be of. */
const commentKeys: ReadonlySet<string> = new Set(['body', 'properties', 'visibility']);

function addedComment(operation: Json): Json {
  const [name] = Object.keys(operation ?? {});
  if (name !== 'add') throw new NotSimulated(`the operation ${name} on comments`);
  const strange = Object.keys(operation.add ?? {}).find((key) => !commentKeys.has(key));
  if (strange !== undefined) throw new NotSimulated(`a comment's ${strange} in update`);
  return operation.add;
}

function requireObjects(body: Json): void {
  for (const name of ['fields', 'update'])
    if (body?.[name] !== undefined && !isObject(body[name])) throw refuse(400, `'${name}' must be an object.`);
  const comments = body?.update?.comment;
  if (comments !== undefined && !Array.isArray(comments)) throw refuse(400, "'update.comment' must be an array.");
}

/** Reads `fields` and `update` of a body, judging every field before refusing any. */
export function editOf(body: Json, editing: Editing, besides: readonly string[] = []): Edit {
  requireObjects(body);
  const place = placed(editing, body?.fields?.issuetype);
  const fields = Object.entries(body?.fields ?? {}).filter(([id]) => !besides.includes(id));
  const updates = Object.entries(body?.update ?? {}).filter(([id]) => id !== 'comment');
  const changes = new Map<string, Json>();
  const errors: Record<string, string> = {};
  const judge = (id: string, kept: () => Kept): void => {
    try {
      for (const [each, value] of kept()) {
        if (changes.has(each)) throw new Unfit(`Field '${id}' cannot be set in both 'fields' and 'update'.`);
        changes.set(each, value);
      }
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      errors[id] = error.message;
    }
  };
  for (const [id, value] of fields) judge(id, () => keptOf(id, value, place));
  for (const [id, operations] of updates) judge(id, () => updated(id, operations, place));
  if (Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
  return { changes, comments: (body?.update?.comment ?? []).map(addedComment) };
}
