import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../devsite/jira/json';
import { isWithheld } from '../../devsite/jira/permissions/app-access-rule';
import type { BodyShape, Parameter, Route } from '../../devsite/jira/route';
import { jiraRoutes } from '../../devsite/jira/routes';
import { aJira } from '../builders/a-jira';

/** A part of the description, or of an answer: JSON of whatever shape. */
type Described = Record<string, Json>;

const reference = process.env.FETTLE_REFERENCE;
const file = join(reference ?? '', 'openapi', 'jira.json');
const description: Described = reference && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

const operationOf = ({ path, method }: Route): Described | undefined =>
  description.paths?.[path]?.[method.toLowerCase()];

/** The classic scopes: those of the set that is current; granular ones are still told to be in beta. */
function classicScopes(operation: Described): readonly string[] {
  const sets = operation['x-atlassian-oauth2-scopes'] ?? [];
  const classic = sets.find((set: Described) => set.state === 'Current') ?? sets[0];
  const listed = (operation.security ?? []).flatMap((scheme: Described) => scheme.OAuth2 ?? []);
  return [...(classic?.scopes ?? listed)].sort();
}

function resolved(schema: Described): Described {
  if (schema.$ref) return resolved(description.components.schemas[schema.$ref.split('/').at(-1)]);
  const parts: Described[] = (schema.allOf ?? []).map(resolved);
  const properties = Object.assign({}, ...parts.map((part) => part.properties), schema.properties);
  return Object.assign({}, ...parts, schema, { properties });
}

/** Every field of a body, as the names on the way to it. */
function fieldsOf(schema: Described, depth = 3): readonly (readonly string[])[] {
  const { type, items, properties = {} } = resolved(schema);
  if (type === 'array' && items) return fieldsOf(items, depth);
  if (depth === 0) return [];
  return Object.entries(properties as Record<string, Described>).flatMap(([name, inner]) => [
    [name],
    ...fieldsOf(inner, depth - 1).map((rest) => [name, ...rest]),
  ]);
}

const bodySchema = (operation: Described): Described =>
  operation.requestBody?.content?.['application/json']?.schema ?? {};

function handlesField(shape: BodyShape | undefined, names: readonly string[]): boolean {
  if (shape === undefined) return false;
  if (typeof shape === 'string' || names.length === 0) return true;
  const [name = '', ...rest] = names;
  return Object.hasOwn(shape, name) && handlesField(shape[name], rest);
}

const withValue = (names: readonly string[]): unknown =>
  names.reduceRight<unknown>((value, name) => ({ [name]: value }), 'x');

/** Values that the description lists and the route does not. */
function unhandledValues(parameter: Described, handled: Parameter): readonly string[] {
  if (typeof handled === 'string') return [];
  const known = 'oneOf' in handled ? handled.oneOf : handled.listOf;
  const listed: string[] = parameter.schema?.enum ?? parameter.schema?.items?.enum ?? ['nothing-of-the-kind'];
  return listed.filter((value) => !known.includes(value));
}

const routes = jiraRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);

if (reference) describe("Jira's published description", checked);
else test('the routes against the published description: not checked', () => {});

function checked(): void {
  const site = aJira();
  const call = ({ method, path }: Route, query: string, body?: unknown) =>
    site.asApp(method, `${path.slice('/rest/api/3'.length).replace(/\{\w+\}/g, '1')}${query}`, body);

  function refusesNaming(route: Route, name: string, query: string, body?: unknown): void {
    const answer = call(route, query, body);
    const told = (answer.body as Json)?.errorMessages?.[0];
    expect({ name, status: answer.status, told }).toEqual({ name, status: 501, told: expect.stringContaining(name) });
  }

  test('is there when the reference is', () => {
    expect(description.paths).toBeDefined();
  });

  describe.each(routes)('%s', (_, route) => {
    const operation = operationOf(route) ?? {};
    const parameters: readonly Described[] = (operation.parameters ?? []).filter(
      (each: Described) => each.in === 'query',
    );

    test('is described, under this operation id', () => {
      expect(operation.operationId).toBe(route.operationId);
    });

    test('asks for the classic scopes that are described', () => {
      expect([...route.scopes].sort()).toEqual(classicScopes(operation));
    });

    test('is kept from an app that is blocked as described', () => {
      const [policy] = operation['x-atlassian-data-security-policy'] ?? [];
      expect(isWithheld(route.operationId)).toBe(policy?.['app-access-rule-exempt'] === false);
    });

    test('handles no parameter that is not described', () => {
      const described = parameters.map(({ name }) => name);
      expect(Object.keys(route.query ?? {}).filter((name) => !described.includes(name))).toEqual([]);
    });

    test('answers 501 to each described parameter that it does not handle, and names it', () => {
      for (const { name } of parameters.filter((each) => route.query?.[each.name] === undefined))
        refusesNaming(route, name, `?${name}=1`);
    });

    test('answers 501 to each described value that it does not handle, and names it', () => {
      for (const parameter of parameters)
        for (const value of unhandledValues(parameter, route.query?.[parameter.name] ?? 'text'))
          refusesNaming(route, value, `?${parameter.name}=${encodeURIComponent(value)}`);
    });

    test('says which expansions it handles', () => {
      expect(typeof route.query?.expand).not.toBe('string');
    });

    test('answers 501 to each described body field that it does not handle, and names it', () => {
      const unhandled = fieldsOf(bodySchema(operation)).filter(
        (names) => !handlesField(route.body, names) && handlesField(route.body, names.slice(0, -1)),
      );
      for (const names of unhandled) refusesNaming(route, names.at(-1) ?? '', '', withValue(names));
    });

    test('answers 501 to any body where it handles none', () => {
      if (route.body === undefined && operation.requestBody) refusesNaming(route, 'body', '', { x: 1 });
    });
  });
}
