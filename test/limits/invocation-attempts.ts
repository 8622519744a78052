import { openDatabase } from '../../devsite/database';
import { manifestExcess } from '../../devsite/manifest-limits';
import { openSite } from '../../devsite/open-site';
import { openInvocationRates } from '../../devsite/platform/invocation-rates';
import { openInvoke } from '../../devsite/platform/open-invoke';
import { openWebTriggers } from '../../devsite/platform/web-triggers';
import type { Runner } from '../../devsite/runners/runner';
import { aSeed } from '../builders/a-jira';
import { aPlatform, monday } from '../builders/a-platform';
import { aRunner } from '../builders/a-runner';
import { tinyApp } from '../builders/tiny-app';
import { type Attempt, outcome, type Tried, times } from './attempt';

/** So many invocations, so many milliseconds apart. */
const invoked =
  (who: (n: number) => string, apart: number): Attempt =>
  (amount) => {
    const clock = { time: monday, now: () => clock.time, frozen: true };
    const rates = openInvocationRates(clock, true);
    let count = 0;
    return times(amount, async () => {
      clock.time += apart;
      count += 1;
      return rates.admit(who(count)) ? 'taken' : 'refused';
    });
  };

/** Calls of one page, by the package itself. */
async function bridged(amount: number): Promise<string> {
  jest.resetModules();
  Object.assign(globalThis, { __bridge: { callBridge: async () => 'there' } });
  const { invoke } = require('@forge/bridge') as { invoke: (functionKey: string) => Promise<unknown> };
  const came = await times(amount, () => outcome(() => invoke('notes')));
  Reflect.deleteProperty(globalThis, '__bridge');
  return came;
}

/** What a function does with so many bytes that it is given, or answers. */
async function called(functionKey: string, payload: unknown): Promise<string> {
  const options = { runner: 'in-process', start: monday, seed: aSeed, pace: 'frozen' } as const;
  const site = await openSite({ appDirectory: tinyApp(), ...options });
  const came = await outcome(() => site.invoke({ moduleKey: 'notes', functionKey, payload, accountId: 'ada' }));
  await site.close();
  return came;
}

const padded = (bytes: number) => ({ issue: 'x'.repeat(bytes - JSON.stringify({ issue: '' }).length) });

/** Invokes a function of nobody's with so many bytes. */
function given(bytes: number): Promise<string> {
  const invoke = async () =>
    ({ result: { ok: true, value: undefined }, timedOut: false, milliseconds: 1, logs: [] }) as const;
  const runner: Runner = { kind: 'in-process', invoke, idle: async () => undefined, close: async () => undefined };
  const open = openInvoke({ runner: () => runner, bill: { charge: () => undefined }, memoryMB: 128, prefix: 'a' });
  return outcome(() => open('module', 'trigger', 'carry', padded(bytes), { cause: 'test' }));
}

const dropped = 'dropped';

/** Logs so many lines, or a line so long; whether all of it was kept. */
async function logged(lines: number, letters: number): Promise<string> {
  const code =
    'exports.say = ({ lines, letters }) => { for (let n = 0; n < lines; n++) console.log("x".repeat(letters)); };';
  const { invoke, close } = aRunner('in-process', { code });
  const { logs } = await invoke('say', { lines, letters });
  await close();
  return logs.length === lines ? 'taken' : dropped;
}

/** So many calls on the addresses of web triggers within a minute. */
const onAddresses =
  (operation: string, variables: object): Attempt =>
  (amount) => {
    const module = { key: 'knock', function: 'knock' };
    const platform = aPlatform({ modules: { webtrigger: [module] }, functions: { knock: () => undefined } });
    const rates = openInvocationRates(platform.clock);
    const triggers = openWebTriggers({ ...platform, database: openDatabase(), rates, siteUrl: '' });
    const body = JSON.stringify({ query: operation, variables });
    return times(amount, async () => (triggers.graphql(body).status === 200 ? 'taken' : '429'));
  };

function timed(timeoutSeconds: number): Promise<string> {
  const { manifest } = aPlatform({ modules: { function: [{ key: 'carry', handler: 'a.carry', timeoutSeconds }] } });
  return Promise.resolve(manifestExcess(manifest)[0]?.reason ?? 'taken');
}

const failing = 'There was an error invoking the function -';

/** Does what each limit of invocations limits. */
export const invocationTried = {
  invocationsOfUser: { attempt: invoked(() => 'ada', 4), refused: 'refused' },
  invocations: { attempt: invoked((n) => `person ${n}`, 4), refused: 'refused' },
  invocationsInSecond: { attempt: invoked((n) => `person ${n}`, 0), refused: 'refused' },
  bridgeInvocations: { attempt: bridged, refused: 'BridgeAPIError' },
  longestRuntime: { attempt: timed, refused: 'more than 900 seconds' },
  payload: { attempt: given, refused: 'The payload of carry is larger than 5 MB.' },
  resolverRequest: {
    attempt: (n) => called('notes', padded(n)),
    refused: `${failing} the request is larger than 500 KB`,
  },
  resolverResponse: {
    attempt: (n) => called('letters', { count: n - 2 }),
    refused: `${failing} the response is larger than 5 MB`,
  },
  logLines: { attempt: (n) => logged(n, 1), refused: dropped },
  logSize: { attempt: (n) => logged(1, n), refused: dropped },
  addressesAsked: { attempt: onAddresses('createWebTriggerUrl', { input: { triggerKey: 'knock' } }), refused: '429' },
  addressesListed: { attempt: onAddresses('webTriggerUrlsByAppContext', {}), refused: '429' },
  addressesDeleted: { attempt: onAddresses('deleteWebTriggerUrl', { id: 'a' }), refused: '429' },
} satisfies Readonly<Record<string, Tried>>;
