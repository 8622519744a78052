import type { BodyShape } from '../route';

const rule: BodyShape = { id: 'any', ruleKey: 'any', parameters: 'any' };

const transition: BodyShape = {
  id: 'any',
  name: 'any',
  description: 'any',
  type: 'any',
  links: { fromStatusReference: 'any', fromPort: 'any', toPort: 'any' },
  toStatusReference: 'any',
  transitionScreen: rule,
  conditions: 'any',
  validators: rule,
  actions: rule,
  triggers: 'any',
  properties: 'any',
};

/** Where the editor draws something. */
const point: BodyShape = { x: 'number', y: 'number' };

const scope: BodyShape = { type: 'any', project: { id: 'any' } };

const statuses: BodyShape = {
  id: 'any',
  name: 'any',
  description: 'any',
  statusCategory: 'any',
  statusReference: 'any',
  scope,
};

/** Ports say where a line ends in the editor's picture; they are taken and not kept. */
const workflow = {
  description: 'any',
  startPointLayout: point,
  loopedTransitionContainerLayout: point,
  statuses: { statusReference: 'any', properties: 'any', layout: point, deprecated: 'any' },
  transitions: transition,
} as const satisfies BodyShape;

const moves: BodyShape = { oldStatusReference: 'any', newStatusReference: 'any' };

export const scopeBody = scope;

export const createBody: BodyShape = { scope, statuses, workflows: { name: 'any', ...workflow } };

export const updateBody: BodyShape = {
  statuses,
  workflows: {
    id: 'any',
    version: { id: 'any', versionNumber: 'any' },
    defaultStatusMappings: moves,
    statusMappings: { projectId: 'any', issueTypeId: 'any', statusMigrations: moves },
    ...workflow,
  },
};

export const validationOf = (payload: BodyShape): BodyShape => ({ payload, validationOptions: { levels: 'any' } });
