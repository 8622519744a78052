import type { WorkflowRule } from '../configuration/configuration';
import { may } from '../permissions/permissions';
import { compares, wasIn } from './workflow-conditions';
import { keptField, listed, type Moving, toldField } from './workflow-moving';

type Parameters = WorkflowRule['parameters'];

/** What is wrong with a move, in words; undefined when nothing is. */
type Objection = (moving: Moving, parameters: Parameters) => string | undefined;

const nameOf = ({ world }: Moving, id: string): string => world.setup.fields.get(id)?.name ?? id;

const unless = (fits: boolean, words: string): string | undefined => (fits ? undefined : words);

const required: Objection = (moving, { fieldsRequired, errorMessage }) => {
  const missing = listed(fieldsRequired).find((id) => keptField(moving.changed, id) === null);
  return missing === undefined ? undefined : errorMessage || `${nameOf(moving, missing)} is required.`;
};

const changedField: Objection = (moving, { fieldKey = '', groupsExemptFromValidation, errorMessage }) => {
  const { world, issue, changed, caller } = moving;
  const exempt = [...world.setup.groups.values()].some(
    ({ id, members }) => listed(groupsExemptFromValidation).includes(id) && members.has(caller.accountId),
  );
  const differs = JSON.stringify(keptField(issue, fieldKey)) !== JSON.stringify(keptField(changed, fieldKey));
  return unless(exempt || differs, errorMessage || `The field ${nameOf(moving, fieldKey)} must be changed.`);
};

const single: Objection = (moving, { fieldKey = '' }) => {
  const kept = keptField(moving.changed, fieldKey);
  const values = fieldKey === 'labels' ? JSON.parse(kept ?? '[]') : [];
  return unless(values.length <= 1, `The field ${nameOf(moving, fieldKey)} must have a single value.`);
};

function matchesText(regexp: string, text: string): boolean {
  try {
    return new RegExp(regexp).test(text);
  } catch {
    return false;
  }
}

const matches: Objection = (moving, { fieldKey = '', regexp = '' }) => {
  const { text } = toldField(moving.world, moving.changed, fieldKey);
  return unless(matchesText(regexp, text ?? ''), `The field ${nameOf(moving, fieldKey)} does not match ${regexp}.`);
};

const day = 24 * 60 * 60 * 1_000;

function instant(moving: Moving, id: string): number | undefined {
  const kept = keptField(moving.changed, id);
  const at = typeof kept === 'string' ? Date.parse(kept) : kept;
  return typeof at === 'number' && !Number.isNaN(at) ? at : undefined;
}

const compareDates: Objection = (moving, parameters) => {
  const { date1FieldKey = '', date2FieldKey = '', includeTime, conditionSelected = '=' } = parameters;
  const [one, other] = [instant(moving, date1FieldKey), instant(moving, date2FieldKey)];
  const told = (at: number) => (includeTime === 'true' ? at : Math.floor(at / day));
  const fits = one !== undefined && other !== undefined && compares(told(one), conditionSelected, told(other));
  const names = `${nameOf(moving, date1FieldKey)} must be ${conditionSelected} ${nameOf(moving, date2FieldKey)}.`;
  return unless(fits, names);
};

const withinDays: Objection = (moving, { date1FieldKey = '', date2FieldKey = '', numberOfDays = '0' }) => {
  const [one, other] = [instant(moving, date1FieldKey), instant(moving, date2FieldKey)];
  const fits = one !== undefined && other !== undefined && one >= other && one - other <= Number(numberOfDays) * day;
  return unless(fits, `${nameOf(moving, date1FieldKey)} must be within ${numberOfDays} days of ${date2FieldKey}.`);
};

const ofField: Readonly<Record<string, Objection>> = {
  fieldRequired: required,
  fieldChanged: changedField,
  fieldHasSingleValue: single,
  fieldMatchesRegularExpression: matches,
  dateFieldComparison: compareDates,
  windowDateComparison: withinDays,
};

/** Jira's own validators: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ (2026-11) */
export const systemValidators: Readonly<Record<string, Objection>> = {
  'system:check-permission-validator': ({ world, issue, caller }, { permissionKey = '' }) =>
    unless(
      may(world, caller.accountId, permissionKey, issue.row),
      `User does not have the permission ${permissionKey}.`,
    ),
  'system:previous-status-validator': (moving, parameters) =>
    unless(wasIn(moving, parameters), 'The issue has not been through the required status.'),
  'system:validate-field-value': (moving, parameters) => ofField[parameters.ruleType ?? '']?.(moving, parameters),
};
