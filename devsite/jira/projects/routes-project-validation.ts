import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { keyProblem, nameProblem } from './project-check';

const keyErrors = ({ world, query }: Call): Json => {
  const problem = keyProblem(world, query.text('key'));
  return { errorMessages: [], errors: problem === undefined ? {} : { projectKey: problem } };
};

/** The first of a text's variants that has no problem. */
function fitting(text: string, variant: (number: number) => string, problem: (text: string) => unknown): string {
  for (let number = 2; ; number += 1)
    if (problem(text) === undefined) return text;
    else if (problem(variant(number)) === undefined) return variant(number);
}

function validKey({ world, query }: Call): Json {
  const letters = (query.text('key') ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[0-9]+/, '');
  const stem = `${letters}PR`.slice(0, Math.max(2, Math.min(letters.length, 8)));
  const given = query.text('key') ?? '';
  return fitting(
    given,
    (number) => `${stem}${number}`,
    (key) => keyProblem(world, key),
  );
}

const validName = ({ world, query }: Call): Json => {
  const given = query.text('name') ?? '';
  if (given.trim() === '') throw refuse(400, 'The project name must be given.');
  return fitting(
    given,
    (number) => `${given} ${number}`,
    (name) => nameProblem(world, name),
  );
};

const anyone = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const validate = '/rest/api/3/projectvalidate';

export const projectValidationRoutes: readonly Route[] = [
  {
    ...anyone,
    path: `${validate}/key`,
    operationId: 'validateProjectKey',
    query: { key: 'text' },
    points: READ_ONE,
    answer: ok(keyErrors),
  },
  {
    ...anyone,
    path: `${validate}/validProjectKey`,
    operationId: 'getValidProjectKey',
    query: { key: 'text' },
    points: READ_ONE,
    answer: ok(validKey),
  },
  {
    ...anyone,
    path: `${validate}/validProjectName`,
    operationId: 'getValidProjectName',
    query: { name: 'text' },
    points: READ_ONE,
    answer: ok(validName),
  },
];
