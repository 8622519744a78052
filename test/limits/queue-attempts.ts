import type { Queue as QueueClass } from '@forge/events';
import { openQueues } from '../../devsite/platform/queues';
import { verdict } from '../../devsite/platform/verdict';
import { aPlatform } from '../builders/a-platform';
import { outcome, type Tried } from './attempt';

const { Queue } = require('@forge/events') as { Queue: typeof QueueClass };

/** The package's queue, on a site with a consumer whose function may run for so long. */
function aQueue(timeoutSeconds = 55) {
  const consumer = [{ key: 'on-job', queue: 'jobs', function: 'carry' }];
  const platform = aPlatform({ functions: { carry: () => undefined } });
  const carry = [{ key: 'carry', handler: 'jobs.carry', timeoutSeconds }];
  const manifest = { ...platform.manifest, modules: { consumer, function: carry } };
  const queues = openQueues({ ...platform, manifest, charge: () => undefined });
  const count = { incr: () => undefined };
  const metrics = { counter: () => count, timing: () => ({ measure: () => ({ stop: () => undefined }) }) };
  const forgeFetch = async (_: unknown, path: string, { body }: { body: string }) => {
    const answer = queues.handle(path, JSON.parse(body));
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status });
  };
  Object.assign(globalThis, { __forge_runtime__: { metrics }, __forge_fetch__: forgeFetch });
  return new Queue({ key: 'jobs' });
}

const events = (count: number) => Array.from({ length: count }, (_, n) => ({ body: { n } }));

async function pushed(amount: number): Promise<string> {
  const queue = aQueue();
  let last = 'taken';
  for (let left = amount; left > 0; left -= 50) last = await outcome(() => queue.push(events(Math.min(left, 50))));
  return last;
}

/** An event of so many bytes as JSON. */
const heavy = (bytes: number) => ({
  body: { text: 'x'.repeat(bytes - JSON.stringify({ body: { text: '' } }).length) },
});

/** What comes of a function that asks for a retry with data of so many bytes. */
async function retried(bytes: number): Promise<string> {
  const retryData = { text: 'x'.repeat(bytes - JSON.stringify({ text: '' }).length) };
  const value = { _retry: true, retryOptions: { retryData } };
  const found = verdict({ result: { ok: true, value }, timedOut: false, milliseconds: 1, logs: [] });
  return found.kind === 'refused' ? found.reason : 'taken';
}

/** Does what each limit of async events limits. */
export const asyncTried = {
  eventsPerPush: { attempt: (n) => outcome(() => aQueue().push(events(n))), refused: 'TooManyEventsError' },
  pushSize: { attempt: (n) => outcome(() => aQueue().push([heavy(n - 2)])), refused: 'PayloadTooBigError' },
  longEventSize: { attempt: (n) => outcome(() => aQueue(900).push(heavy(n))), refused: 'PartialSuccessError' },
  eventsPerMinute: { attempt: pushed, refused: 'RateLimitError' },
  eventDelay: {
    attempt: (delayInSeconds) => outcome(() => aQueue().push({ body: {}, delayInSeconds })),
    refused: 'InvalidPushSettingsError',
  },
  retryData: { attempt: retried, refused: 'retryData is larger than 4 KB' },
} satisfies Readonly<Record<string, Tried>>;
