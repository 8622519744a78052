import { PlatformError } from '../simulators/simulator';

// https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)
export const pushLimits = { eventsPerPush: 50, pushBytes: 200 * 1024, delaySeconds: 900 };

/** An event as an app pushes it. */
export interface PushedEvent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly delayInSeconds?: number;
  readonly concurrency?: { readonly key: string; readonly limit: number };
}

interface QueueRequest {
  readonly queueName: string;
  readonly jobId: string;
}

interface Push extends QueueRequest {
  readonly payload: readonly PushedEvent[];
}

/** What every call on a queue names; throws the platform's refusal when it is missing. */
export function queueRequest(body: unknown): QueueRequest & Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw refusal('The body must be an object.');
  const { queueName, jobId } = body;
  if (typeof queueName !== 'string' || !/^[a-zA-Z0-9-_]+$/.test(queueName)) throw refusal('The queue name is invalid.');
  if (typeof jobId !== 'string' || jobId === '') throw refusal('jobId cannot be empty.');
  return { ...body, queueName, jobId };
}

/** A push within the limits of a single request; throws the platform's refusal of any other. */
export function push(body: unknown): Push {
  const { queueName, jobId, payload } = queueRequest(body);
  if (!Array.isArray(payload) || payload.length === 0) throw refusal('No events pushed.');
  if (payload.length > pushLimits.eventsPerPush)
    throw refusal(`This push contains more than the ${pushLimits.eventsPerPush} events allowed.`);
  if (Buffer.byteLength(JSON.stringify(payload)) > pushLimits.pushBytes) throw new TooLarge();
  return { queueName, jobId, payload: payload.map(pushedEvent) };
}

function pushedEvent(event: unknown): PushedEvent {
  if (!isObject(event)) throw refusal('Event must be an object.');
  const { body, delayInSeconds, concurrency } = event;
  if (!isObject(body)) throw refusal('Event body must be an object.');
  if (delayInSeconds !== undefined && !isDelay(delayInSeconds))
    throw refusal(`The delayInSeconds setting must be between 0 and ${pushLimits.delaySeconds}.`);
  if (concurrency !== undefined && !isConcurrency(concurrency))
    throw refusal('The concurrency setting needs a key and a limit of at least 1.');
  return {
    body,
    ...(delayInSeconds !== undefined && { delayInSeconds }),
    ...(concurrency !== undefined && { concurrency }),
  };
}

/** The refusal of a push that is too large; answered as `{ errorMessage }`, unlike the others. */
export class TooLarge extends PlatformError {
  constructor() {
    super(413, 'PAYLOAD_TOO_LARGE', `The maximum payload size is ${pushLimits.pushBytes / 1024}KB.`);
  }
}

const refusal = (message: string): PlatformError => new PlatformError(400, 'VALIDATION_ERROR', message);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDelay = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= pushLimits.delaySeconds;

const isConcurrency = (value: unknown): value is { readonly key: string; readonly limit: number } =>
  isObject(value) && typeof value.key === 'string' && Number.isInteger(value.limit) && Number(value.limit) >= 1;
