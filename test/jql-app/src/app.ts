import api, { route } from '@forge/api';
import Resolver from '@forge/resolver';

interface Computation {
  readonly precomputationId: string;
  readonly clause: {
    readonly field: string;
    readonly type: readonly string[];
    readonly operator: string;
    readonly functionName: string;
    readonly arguments: readonly string[];
  };
}

type Answer = { readonly jql: string } | { readonly error: string };

const answers: Readonly<Record<string, (computation: Computation) => unknown>> = {
  labelled: ({ clause }) => ({
    jql: `labels ${clause.operator} (${clause.arguments.map((text) => `"${text}"`).join(', ')})`,
  }),
  colleague: ({ clause }) => ({ jql: `${clause.field} = bob` }),
  broken: ({ clause }) => fail(clause.arguments[0]),
};

function fail(how: string | undefined): unknown {
  if (how === 'said') return { error: 'Nothing like that is known.' };
  if (how === 'jql') return { jql: 'labels in (' };
  if (how === 'nothing') return {};
  throw new Error('It broke.');
}

export function compute(computation: Computation): unknown {
  // biome-ignore lint/suspicious/noConsole: how often a function is asked is part of what is tried here
  console.log(JSON.stringify(computation));
  return answers[computation.clause.functionName]?.(computation) as Answer;
}

const resolver = new Resolver();

resolver.define('find', async ({ payload }) => {
  const response = await api.asUser().requestJira(route`/rest/api/3/search/jql?jql=${payload.jql}&fields=summary`);
  return { status: response.status, found: await response.json() };
});

resolver.define('precomputations', async () => {
  const response = await api.asApp().requestJira(route`/rest/api/3/jql/function/computation`);
  return await response.json();
});

resolver.define('update', async ({ payload }) => {
  const response = await api.asApp().requestJira(route`/rest/api/3/jql/function/computation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ values: payload.values }),
  });
  return response.status;
});

export const find = resolver.getDefinitions();
