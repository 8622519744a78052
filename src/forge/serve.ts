import { makeResolver } from '@forge/resolver';
import * as v from 'valibot';
import { permissions } from '../access/permissions';
import { TooMuchHistory } from '../journeys/too-much-history';
import { UnreadableSetting } from '../kernel/reading';
import { refuse } from '../kernel/result';
import type { Call, Contract, Refusal, Reply } from '../rpc/contract';
import { excessIn } from '../rpc/excess';
import type { Handlers, World } from '../rpc/handlers';
import { forgeRecords } from './forge-records';
import { JiraRefused } from './jira';
import { permittedGlobally, permittedIssues, permittedSomewhere } from './jira-permissions';
import { isUnlicensed, type Licensing } from './licence';
import { now } from './now';

type Ask = {
  readonly payload: unknown;
  readonly context: Licensing & { readonly accountId?: string };
};
type Asked = Parameters<ReturnType<typeof makeResolver>>[0];
type Runtime = Parameters<ReturnType<typeof makeResolver>>[1];
type Run = (input: unknown, world: World) => Promise<Reply<unknown>>;

/** The resolver of a contract: every call is read, permitted, run and answered the same way. */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>) {
  const functions = Object.entries(contract).map(([name, call]) => [
    name,
    (ask: Ask) => answer(call, handlers[name] as Run, ask),
  ]);
  const resolve = makeResolver(Object.fromEntries(functions));
  return async (asked: Asked, runtime?: Runtime) => resolve(ownCall(contract, asked), runtime);
}

/** The library looks a call up in a plain object, where it would also find what every object has, such as `constructor`. */
function ownCall(contract: Contract, asked: Asked): Asked {
  const { functionKey } = asked.call;
  if (!Object.hasOwn(contract, functionKey)) throw new Error(`Resolver has no definition for '${functionKey}'.`);
  return asked;
}

/** Who may browse nothing has nothing to see yet; it is no right that is missing. */
const refusals = { issue: 'not-permitted', site: 'not-permitted', 'some-project': 'no-project' } as const;

/** How the platform names all who are not signed in, where a module lets them in: nobody in particular. */
const nobody = 'unidentified';

/** The person is the runtime's word, the issue the payload's: so Jira is asked whether this person may. */
async function answer(call: Call, run: Run, { payload, context }: Ask): Promise<Reply<unknown>> {
  const { accountId, license } = context;
  if (!accountId || accountId === nobody) return refuse({ code: 'not-permitted' });
  if (call.writes && isUnlicensed({ license })) return refuse({ code: 'not-licensed' });
  const input = v.safeParse(call.input, payload);
  if (!input.success) return refuse(notTaken(input.issues));

  return unlessShut(async () => {
    const world = { records: forgeRecords, now, accountId };
    const may = call.whileShut ? await mayWhileShut(call, input.output) : await mayCall(call, input.output);
    if (may === 'unknown') return run(input.output, { ...world, isShut: true });
    return may ? run(input.output, world) : refuse({ code: refusals[permissions[call.permission].of] });
  });
}

/** What is too long is told at its place; a page that asks in another way is out of date. */
function notTaken(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  const problems = excessIn(issues);
  return problems ? { code: 'unfit', problems } : { code: 'not-understood' };
}

/** Whether Jira takes no more calls of the app for now. */
const isLimited = (error: unknown): boolean => error instanceof JiraRefused && error.status === 429;

/** Jira takes no call of the app now, what the app goes by cannot be read, or an issue has too much history: that is an answer, and no outage. */
async function unlessShut(reply: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  try {
    return await reply();
  } catch (error) {
    if (isLimited(error)) return refuse({ code: 'jira-shut' });
    if (error instanceof UnreadableSetting) return refuse({ code: 'unreadable' });
    if (error instanceof TooMuchHistory) return refuse({ code: 'too-much-history' });
    throw error;
  }
}

async function mayWhileShut(call: Call, input: unknown): Promise<boolean | 'unknown'> {
  try {
    return await mayCall(call, input);
  } catch (error) {
    if (isLimited(error)) return 'unknown';
    throw error;
  }
}

async function mayCall({ permission, issueOf }: Call, input: unknown): Promise<boolean> {
  const asked = permissions[permission];
  if (asked.of === 'some-project') return permittedSomewhere(asked.jira);
  if (asked.of === 'site') return permittedGlobally(asked.jira);
  const issue = Number(issueOf?.(input as never));
  return (await permittedIssues(asked.jira, [issue])).includes(issue);
}
