import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, READ_ONE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';

const typeNames = { business: 'Business', service_desk: 'Service Desk', software: 'Software' } as const;

const typeShape = (key: string, name: string): Json => ({
  key,
  formattedKey: name,
  descriptionI18nKey: `jira.project.type.${key}.description`,
  icon: '',
  color: '#FFFFFF',
});

const allTypes = (): Json => Object.entries(typeNames).map(([key, name]) => typeShape(key, name));

function oneType({ path }: Call): Json {
  const key = path.projectTypeKey as keyof typeof typeNames;
  if (!Object.hasOwn(typeNames, key)) throw refuse(404, `The project type '${key}' is not valid.`);
  return typeShape(key, typeNames[key]);
}

const anyone = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const types = '/rest/api/3/project/type';

export const projectTypeRoutes: readonly Route[] = [
  { ...anyone, path: types, operationId: 'getAllProjectTypes', points: READ_ALL, answer: ok(allTypes) },
  {
    ...anyone,
    path: `${types}/accessible`,
    operationId: 'getAllAccessibleProjectTypes',
    points: READ_ALL,
    answer: ok(allTypes),
  },
  {
    ...anyone,
    path: `${types}/{projectTypeKey}`,
    operationId: 'getProjectTypeByKey',
    points: READ_ONE,
    answer: ok(oneType),
  },
  {
    ...anyone,
    path: `${types}/{projectTypeKey}/accessible`,
    operationId: 'getAccessibleProjectTypeByKey',
    points: READ_ONE,
    answer: ok(oneType),
  },
];
