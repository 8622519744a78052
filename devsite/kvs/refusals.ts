import { PlatformError } from '../simulators/simulator';

/**
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/ (2024-03-14) and
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-customentities/ (2025-03-14);
 * where those are silent, status and text are as others saw a live site answer (2026-10-09). The pages name a
 * missing key NOT_FOUND, but @forge/kvs knows only KEY_NOT_FOUND. INVALID_REQUEST, INVALID_KEY_POLICY and
 * INVALID_CURSOR are this site's own names.
 */
const refusals = {
  KEY_NOT_FOUND: [404, 'Provided key does not exist'],
  KEY_TOO_SHORT: [400, 'The provided key needs to be at least one character.'],
  EMPTY_KEY: [400, 'Key cannot be empty.'],
  KEY_TOO_LONG: [400, 'The provided key has exceeded the maximum 500 characters.'],
  INVALID_KEY: [400, 'The provided key does not match the regex: /^(?!\\s+$)[a-zA-Z0-9:._\\s-#]+$/'],
  KEY_CONFLICT: [409, 'Provided key already exists and cannot be overwritten'],
  MAX_SIZE: [400, 'The provided value has exceeded the maximum size limit.'],
  MAX_DEPTH: [400, 'The provided value has exceeded the maximum object depth limit.'],
  INVALID_TTL: [400, 'TTL value must be a positive integer of at most one year'],
  INVALID_KEY_POLICY: [400, 'The key policy is OVERRIDE or FAIL_IF_EXISTS, on a single set only.'],
  INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION: [400, 'A value is returned under the key policy OVERRIDE only.'],
  INVALID_REQUEST: [400, 'The request does not have the shape of this operation.'],
  INVALID_CURSOR: [400, 'The cursor does not belong to this query.'],
  RATE_LIMIT_EXCEEDED: [429, 'The installation has exceeded its rate limit.'],
  TOO_MANY_REQUESTS: [429, 'The transaction has exceeded the rate limit of the installation.'],
  LIST_QUERY_LIMIT_EXCEEDED: [400, 'The page limit must be set between 1 and 100.'],
  QUERY_WHERE_INVALID: [400, 'A query takes one condition, BEGINS_WITH.'],
  QUERY_WHERE_FIELD_INVALID: [400, 'A query can only target the key field.'],
  SCHEMA_NOT_FOUND: [404, 'The schema provided does not exist'],
  INVALID_ENTITY_TYPE: [400, 'The entity name does not match the regex: /^[a-z0-9:\\-_.]+$/'],
  ENTITY_TYPE_TOO_SHORT: [400, 'The provided entity name needs to be at least 3 characters.'],
  ENTITY_TYPE_TOO_LARGE: [400, 'The provided entity name has exceeded the maximum 60 characters.'],
  INVALID_ENTITY_VALUE: [400, 'The entity value is not an object of declared attributes.'],
  INVALID_ENTITY_ATTRIBUTE: [400, 'The entity does not declare this attribute.'],
  INCORRECT_PROPERTY_TYPE: [400, 'The attribute has another data type.'],
  INVALID_ENTITY_INDEX: [400, 'The entity does not declare this index, or not with this partition.'],
  INVALID_FILTER_CONDITION: [400, 'The condition is not one for this attribute.'],
  INVALID_FILTER_VALUES: [400, 'The values do not fit the condition and the attribute.'],
  INSUFFICIENT_FILTER_VALUES: [400, 'The condition needs more values.'],
  EMPTY_FILTER_OPERATOR: [400, 'Filter operators "and" and "or" cannot be empty.'],
  INVALID_FILTER_OPERATORS_COMBINATION: [400, '"and" and "or" cannot be present at the same level.'],
  COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE: [400, 'The page limit must be set between 1 and 100.'],
  INVALID_TRANSACTION_REQUEST: [400, 'The transaction is empty, or its conditions are not on entities.'],
  CONDITIONAL_CHECK_FAILED: [400, 'Request failed due to conditional check specified or optimistic locking'],
  UNPROCESSABLE_ENTITY: [422, 'Request cannot be processed due to one or more semantic errors'],
  KEY_DUPLICATION_ERROR: [400, 'Duplicate key found in request'],
  TOO_MANY_BATCH_ENTITIES: [400, 'A batch takes a maximum of 25 entities at a time.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export function refusal(
  code: keyof typeof refusals,
  context: Readonly<Record<string, unknown>> = {},
  message: string = refusals[code][1],
): PlatformError {
  return new PlatformError(refusals[code][0], code, message, context);
}
