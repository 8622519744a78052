import { adminRoute, noContent } from '../admin-route';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { Described } from '../configuration/setup';
import { insertRow } from '../ids';
import { ok } from '../ok';
import { READ_ALL, READ_ONE, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { categoryOfProjectShape } from '../shapes';

function calledCategory({ world, path }: Call): Described {
  const category = world.setup.projectCategories.get(Number(path.id));
  if (!category) throw refuse(404, `The project category with ID ${path.id} was not found.`);
  return category;
}

const rulesFor = ({ world }: Call, status: number) => ({
  most: 255,
  taken: [...world.setup.projectCategories.values()].map(({ name }) => name),
  status,
  what: 'project category',
});

function createCategory(call: Call): RouteAnswer {
  const { world, body } = call;
  const name = nameIn(body, rulesFor(call, 409));
  const description = descriptionIn(body, 1_000);
  const id = insertRow(world.database, 'jira_project_category', { name, description });
  world.reloadSetup();
  return { status: 201, body: categoryOfProjectShape({ id, name, description }) };
}

function updateCategory(call: Call): RouteAnswer {
  const { world, body } = call;
  const category = calledCategory(call);
  const name = nameIn(body, rulesFor(call, 400), category.name);
  const description = descriptionIn(body, 1_000, category.description);
  world.database
    .sql('UPDATE jira_project_category SET name = ?, description = ? WHERE id = ?')
    .run(name, description, category.id);
  world.reloadSetup();
  return { status: 200, body: categoryOfProjectShape({ id: category.id, name, description }) };
}

function deleteCategory(call: Call): RouteAnswer {
  const { id } = calledCategory(call);
  call.world.database.sql('UPDATE jira_project SET category_id = NULL WHERE category_id = ?').run(id);
  call.world.database.sql('DELETE FROM jira_project_category WHERE id = ?').run(id);
  call.world.reloadSetup();
  return noContent;
}

const anyone = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in' } as const;
const category = { name: 'any', description: 'any' } as const;
const administered = { scopes: ['manage:jira-project'], points: WRITE } as const;

export const projectCategoryRoutes: readonly Route[] = [
  {
    ...anyone,
    path: '/rest/api/3/projectCategory',
    operationId: 'getAllProjectCategories',
    points: READ_ALL,
    answer: ok(({ world }) => [...world.setup.projectCategories.values()].map(categoryOfProjectShape)),
  },
  {
    ...anyone,
    path: '/rest/api/3/projectCategory/{id}',
    operationId: 'getProjectCategoryById',
    points: READ_ONE,
    answer: ok((call) => categoryOfProjectShape(calledCategory(call))),
  },
  adminRoute({
    ...administered,
    method: 'POST',
    path: '/projectCategory',
    operationId: 'createProjectCategory',
    body: category,
    answer: createCategory,
  }),
  adminRoute({
    ...administered,
    method: 'PUT',
    path: '/projectCategory/{id}',
    operationId: 'updateProjectCategory',
    body: category,
    answer: updateCategory,
  }),
  adminRoute({
    ...administered,
    method: 'DELETE',
    path: '/projectCategory/{id}',
    operationId: 'removeProjectCategory',
    answer: deleteCategory,
  }),
];
