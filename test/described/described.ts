import type { JiraAnswer } from '../../devsite/jira/jira';
import type { Json } from '../../devsite/jira/json';
import type { Route } from '../../devsite/jira/route';
import { jiraRoutes } from '../../devsite/jira/routes';
import type { Ask } from '../../devsite/simulators/simulator';
import { aDescribedSite, type DescribedSite } from './a-described-site';
import { answerExamples, answerSchema, bodySchema, description, isToBeChecked, operationOf } from './description';
import { missingKeys } from './documented-keys';
import { exceptions } from './exceptions';
import { forbiddenBodies } from './forbidden-bodies';
import { violations } from './validators';

/** A call that Jira takes. */
export interface DescribedCall {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Json;
  /** The person who calls; absent: the app. */
  readonly as?: string;
  /** In place of `body`: what is no JSON. */
  readonly sent?: Pick<Ask, 'headers' | 'bytes'>;
}

/** By operation: makes on a site what the call needs, and answers the call. */
export type Calls = Readonly<Record<string, (on: DescribedSite) => DescribedCall | Promise<DescribedCall>>>;

const scopes = [
  'read:jira-work',
  'write:jira-work',
  'read:jira-user',
  'manage:jira-configuration',
  'manage:jira-project',
];

function addressOf(route: Route, { path = {}, query = {} }: DescribedCall): string {
  const place = route.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(path[name])));
  const parameters = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return parameters.size > 0 ? `${place}?${parameters}` : place;
}

function answerTo({ site }: DescribedSite, route: Route, call: DescribedCall): JiraAnswer {
  const caller = call.as
    ? ({ kind: 'person', accountId: call.as } as const)
    : ({ kind: 'app', accountId: 'the-app', scopes } as const);
  const body = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  return site.jira.handle(caller, { method: route.method, path: addressOf(route, call), ...body, ...call.sent });
}

/** What leaves the site. */
const wired = (body: unknown): Json => (body === undefined ? undefined : JSON.parse(JSON.stringify(body)));

function untoldOf(operation: Json, answer: JiraAnswer): readonly string[] {
  const { status } = answer;
  const isDescribed = status >= 200 && status < 400 && operation.responses[status] !== undefined;
  if (!isDescribed) return [`answers: ${status} ${JSON.stringify(answer.body ?? null)}`];
  const schema = answerSchema(operation, status);
  const body = wired(answer.body);
  if (!schema) return body === undefined ? [] : [`answers: ${status} with a body`];
  const wrong = violations(schema, body).map((each) => `answers: ${each}`);
  const lacking = answerExamples(operation, status).flatMap((example) => missingKeys(schema, example, body));
  return [...wrong, ...[...new Set(lacking)].map((at) => `lacks ${at}`)];
}

function callIsGood(operation: Json, { body }: DescribedCall): readonly string[] {
  const schema = bodySchema(operation);
  if (body === undefined) return operation.requestBody?.required && schema ? ['asks without a body'] : [];
  return schema ? violations(schema, body).map((each) => `asks: ${each}`) : ['asks with a body'];
}

/** What is taken though the schema forbids it, or refused as what it is not. */
function taken(on: DescribedSite, route: Route, call: DescribedCall): readonly string[] {
  const schema = bodySchema(operationOf(route));
  if (!schema || call.body === undefined) return [];
  return forbiddenBodies(schema, route.body, call.body)
    .filter(({ body }) => violations(schema, wired(body)).length > 0)
    .flatMap(({ what, body }) => {
      const answer = answerTo(on, route, { ...call, body });
      return answer.status === 400 ? untoldRefusal(operationOf(route), answer) : [`${answer.status} though ${what}`];
    });
}

const errorCollection = { $ref: '#/components/schemas/ErrorCollection' };

/** Where a refusal is no collection of errors; some operations are described with a shape of their own for it. */
function untoldRefusal(operation: Json, { status, body }: JiraAnswer): readonly string[] {
  const schema = answerSchema(operation, status) ?? errorCollection;
  if (schema.$ref !== errorCollection.$ref) return [];
  return violations(schema, wired(body)).map((each) => `refuses ${status}: ${each}`);
}

/** What somebody who is not signed in is told, and who asks for a thing that is not there. */
function refusals(on: DescribedSite, route: Route, call: DescribedCall): readonly string[] {
  const operation = operationOf(route);
  const nowhere = Object.fromEntries(Object.keys(call.path ?? {}).map((name) => [name, '999999']));
  const refused = [
    answerTo(on, route, { ...call, as: 'nobody' }),
    ...(call.path ? [answerTo(on, route, { ...call, path: nowhere })] : []),
  ];
  const told = refused.filter(({ status }) => status >= 400 && status < 500);
  return [...new Set(told.flatMap((answer) => untoldRefusal(operation, answer)))];
}

let shared: Promise<DescribedSite> | undefined;

/** A site of its own, but for reading calls that need nothing to be made for them: these share one. */
function siteFor({ method }: Route, callOn: Calls[string]): Promise<DescribedSite> {
  if (method !== 'GET' || callOn.length > 0) return aDescribedSite();
  shared ??= aDescribedSite();
  return shared;
}

/** Where the operation is not as described; what is refused has changed nothing before the good call is made. */
async function differences(route: Route, callOn: Calls[string]): Promise<readonly string[]> {
  const operation = operationOf(route);
  if (!operation) return ['is not described'];
  const on = await siteFor(route, callOn);
  const call = await callOn(on);
  return [
    ...callIsGood(operation, call),
    ...taken(on, route, call),
    ...refusals(on, route, call),
    ...untoldOf(operation, answerTo(on, route, call)),
  ];
}

const routeOf = (operationId: string): Route | undefined =>
  jiraRoutes.find((route) => route.operationId === operationId);

const excepted = (operationId: string): readonly string[] =>
  exceptions.filter(({ of }) => of.includes(operationId)).flatMap((exception) => exception.told);

/** Holds each call of a table against what Jira's description says of it; an exception that is not needed fails. */
export function holdAgainstDescription(calls: Calls): void {
  if (!isToBeChecked) {
    test.skip(`${Object.keys(calls).length} operations are not held against Jira's description: FETTLE_REFERENCE is not set`, () => {});
    return;
  }
  test("Jira's description is there", () => expect(description).toBeDefined());
  test.each(Object.entries(calls))('%s', async (operationId, callOn) => {
    const route = routeOf(operationId);
    if (!route) throw new Error(`No route answers ${operationId}.`);
    const found = await differences(route, callOn);
    expect([...found].sort()).toEqual([...excepted(operationId)].sort());
  });
}
