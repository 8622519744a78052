import { sameName } from '../configuration/name-check';
import type { StatusAsk } from './workflow-ask';
import { error, type Finding, repeated } from './workflow-finding';
import { statusBefore, type WorkflowPlan } from './workflow-plan';

/** Characters of the name of a status, of Jira's published description. */
export const MOST_STATUS_NAME = 255;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const statusError = ({ reference }: StatusAsk, code: string, message: string): Finding =>
  error('STATUS', code, message, { statusReference: reference });

function isTaken({ world, scopeProjectId, ask }: WorkflowPlan, status: StatusAsk): boolean {
  const kept = [...world.setup.statuses.values()].some(
    (other) =>
      other.scopeProjectId === scopeProjectId && String(other.id) !== status.id && sameName(other.name, status.name),
  );
  return kept || ask.statuses.some((other) => other !== status && sameName(other.name, status.name));
}

function findingsOf(plan: WorkflowPlan, status: StatusAsk): Finding[] {
  const { name, id, reference } = status;
  const found: Finding[] = [];
  if (name === '' || name.length > MOST_STATUS_NAME)
    found.push(statusError(status, 'INVALID_STATUS_NAME', `A status name has 1 to ${MOST_STATUS_NAME} characters.`));
  if (id !== undefined && !statusBefore(plan, status))
    found.push(statusError(status, 'STATUS_NOT_FOUND', `The status with ID ${id} is not found.`));
  if (reference !== id && !uuid.test(reference))
    found.push(statusError(status, 'STATUS_REFERENCE_NOT_UUID', `The status reference "${reference}" is not a UUID.`));
  if (isTaken(plan, status))
    found.push(
      statusError(status, 'NON_UNIQUE_STATUS_NAME', `Status name "${name}" already in use. Try a different name.`),
    );
  return found;
}

/** What is wrong with the statuses of a call: a status without an id is a new one, and its name must be free. */
export const statusFindings = (plan: WorkflowPlan): readonly Finding[] => [
  ...repeated(plan.ask.statuses.map(({ reference }) => reference)).map((statusReference) =>
    error('STATUS', 'NON_UNIQUE_STATUS_REFERENCE', 'Two statuses have one reference.', { statusReference }),
  ),
  ...plan.ask.statuses.flatMap((status) => findingsOf(plan, status)),
];
