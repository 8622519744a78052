import { NotSimulated } from '../../simulators/simulator';
import { integerIn, objectsIn, textIn, textsIn } from '../body-reading';
import type {
  ConditionGroup,
  Point,
  WorkflowLayout,
  WorkflowRule,
  WorkflowTransition,
} from '../configuration/configuration';
import { needed, oneOf, statusCategories, textRecordIn } from '../fields/asked-fields';
import type { Json } from '../json';
import { refuse } from '../refusal';
import { conditionsIn, ruleIn, rulesIn } from './workflow-rule-reading';

/** The most workflows and statuses of one call, of Jira's published description. */
const MOST_WORKFLOWS = 20;
const MOST_STATUSES = 1_000;

/** A status that the workflows of a call name by its reference; one without an id is to be made. */
export interface StatusAsk {
  readonly reference: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly category: 'TODO' | 'IN_PROGRESS' | 'DONE';
}

export interface TransitionAsk {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: WorkflowTransition['type'];
  /** References. */
  readonly from: readonly string[];
  readonly to: string;
  readonly screen: WorkflowRule | undefined;
  readonly conditions: ConditionGroup | undefined;
  readonly validators: readonly WorkflowRule[];
  readonly actions: readonly WorkflowRule[];
  readonly properties: Readonly<Record<string, string>>;
}

export interface StatusMove {
  readonly from: string;
  readonly to: string;
}

export interface WorkflowAsk {
  /** Undefined: to be made. */
  readonly id: string | undefined;
  readonly version: { readonly id: string; readonly number: number } | undefined;
  readonly name: string | undefined;
  readonly description: string;
  readonly statuses: readonly {
    readonly reference: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly layout: Point | undefined;
  }[];
  readonly transitions: readonly TransitionAsk[];
  readonly layout: WorkflowLayout;
  readonly defaultMoves: readonly StatusMove[];
  readonly moves: readonly {
    readonly projectId: string;
    readonly issueTypeId: string;
    readonly moves: readonly StatusMove[];
  }[];
}

/** What `/workflows/create` and `/workflows/update` are asked. */
export interface WorkflowsAsk {
  readonly statuses: readonly StatusAsk[];
  readonly workflows: readonly WorkflowAsk[];
}

const transitionTypes = ['INITIAL', 'GLOBAL', 'DIRECTED'] as const;

const statusIn = (body: Json, place: string): StatusAsk => ({
  reference: needed(body, 'statusReference', place),
  id: textIn(body, 'id', undefined),
  name: needed(body, 'name', place).trim(),
  description: textIn(body, 'description', ''),
  category: oneOf(statusCategories, needed(body, 'statusCategory', place), `${place}.statusCategory`),
});

const fromIn = (body: Json): readonly string[] =>
  objectsIn(body, 'links').flatMap((link) => textIn(link, 'fromStatusReference', undefined) ?? []);

function transitionIn(body: Json, place: string): TransitionAsk {
  const screen = body.transitionScreen ?? undefined;
  const triggers = objectsIn(body, 'triggers');
  if (triggers.length > 0) throw new NotSimulated(`the trigger ${triggers[0]?.ruleKey} of a transition`);
  return {
    id: needed(body, 'id', place),
    name: needed(body, 'name', place).trim(),
    description: textIn(body, 'description', ''),
    type: oneOf(transitionTypes, needed(body, 'type', place), `${place}.type`),
    from: fromIn(body),
    to: needed(body, 'toStatusReference', place),
    screen: screen && ruleIn(screen, `${place}.transitionScreen`),
    conditions: conditionsIn(body.conditions ?? undefined, `${place}.conditions`),
    validators: rulesIn(body, 'validators', place),
    actions: rulesIn(body, 'actions', place),
    properties: textRecordIn(body, 'properties'),
  };
}

const movesIn = (body: Json, name: string, place: string): readonly StatusMove[] =>
  objectsIn(body, name).map((move) => ({
    from: needed(move, 'oldStatusReference', `${place}.${name}`),
    to: needed(move, 'newStatusReference', `${place}.${name}`),
  }));

const mappingsIn = (body: Json, place: string): WorkflowAsk['moves'] =>
  objectsIn(body, 'statusMappings').map((mapping) => ({
    projectId: needed(mapping, 'projectId', `${place}.statusMappings`),
    issueTypeId: needed(mapping, 'issueTypeId', `${place}.statusMappings`),
    moves: movesIn(mapping, 'statusMigrations', `${place}.statusMappings`),
  }));

const versionIn = (version: Json, place: string): WorkflowAsk['version'] =>
  version && { id: needed(version, 'id', `${place}.version`), number: integerIn(version, 'versionNumber', 0) };

const pointIn = (point: Json): Point | undefined => {
  const { x, y } = point ?? {};
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
};

function layoutIn(body: Json): WorkflowLayout {
  const [start, looped] = [pointIn(body.startPointLayout), pointIn(body.loopedTransitionContainerLayout)];
  return { ...(start && { startPointLayout: start }), ...(looped && { loopedTransitionContainerLayout: looped }) };
}

function withProperties(status: Json, place: string): Json {
  if (status.properties === undefined) throw refuse(400, `Missing required field '${place}.properties'`);
  return status;
}

function neededObjects(body: Json, name: string, place: string): readonly Json[] {
  if (body[name] === undefined || body[name] === null) throw refuse(400, `Missing required field '${place}.${name}'`);
  return objectsIn(body, name);
}

function workflowIn(body: Json, place: string, exists: boolean): WorkflowAsk {
  const version = versionIn(body.version ?? undefined, place);
  if (exists && version === undefined) throw refuse(400, `Missing required field '${place}.version'`);
  return {
    id: exists ? needed(body, 'id', place) : undefined,
    version,
    name: exists ? undefined : needed(body, 'name', place).trim(),
    description: textIn(body, 'description', ''),
    statuses: neededObjects(body, 'statuses', place).map((status, at) => ({
      reference: needed(status, 'statusReference', `${place}.statuses.[${at}]`),
      properties: textRecordIn(withProperties(status, `${place}.statuses.[${at}]`), 'properties'),
      layout: pointIn(status.layout),
    })),
    transitions: neededObjects(body, 'transitions', place).map((each, at) =>
      transitionIn(each, `${place}.transitions.[${at}]`),
    ),
    layout: layoutIn(body),
    defaultMoves: movesIn(body, 'defaultStatusMappings', place),
    moves: mappingsIn(body, place),
  };
}

/** Reads what is asked; 400 what is not of the described shape. `exists`: the workflows are there already. */
export function workflowsAsked(body: Json, exists: boolean): WorkflowsAsk {
  const [statuses, workflows] = [objectsIn(body, 'statuses'), objectsIn(body, 'workflows')];
  if (statuses.length === 0) throw refuse(400, 'payload.statuses : must not be empty');
  if (workflows.length === 0) throw refuse(400, 'payload.workflows : must not be empty');
  if (statuses.length > MOST_STATUSES || workflows.length > MOST_WORKFLOWS)
    throw refuse(400, `At most ${MOST_WORKFLOWS} workflows and ${MOST_STATUSES} statuses can be given.`);
  return {
    statuses: statuses.map((status, at) => statusIn(status, `payload.statuses.[${at}]`)),
    workflows: workflows.map((each, at) => workflowIn(each, `payload.workflows.[${at}]`, exists)),
  };
}

/** Which findings a call of validation wants. */
export function levelsAsked(body: Json): readonly string[] {
  const levels = textsIn(body?.validationOptions ?? {}, 'levels');
  for (const level of levels) oneOf(['WARNING', 'ERROR'], level, 'validationOptions.levels');
  return levels.length > 0 ? levels : ['WARNING', 'ERROR'];
}
