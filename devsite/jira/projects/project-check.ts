import { textIn } from '../body-reading';
import type { Project } from '../configuration/setup';
import type { Json } from '../json';
import { Refusal } from '../refusal';
import type { World } from '../world';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-post (2026-11) */
const KEY = /^[A-Z][A-Z0-9]{1,9}$/;
const NAME_LENGTH = 80;

const others = ({ setup }: World, project: Project | undefined): readonly Project[] =>
  [...setup.projects.values()].filter(({ id }) => id !== project?.id);

/** What is wrong with a key for a project, or undefined; one in the trash keeps its key. */
export function keyProblem(world: World, key: string | undefined, project?: Project): string | undefined {
  if (key === undefined || key === '') return 'You must specify a valid project key.';
  if (!KEY.test(key))
    return 'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.';
  const holder = others(world, project).find((each) => each.key === key);
  return holder && `Project '${holder.name}' uses this project key.`;
}

export function nameProblem(world: World, name: string | undefined, project?: Project): string | undefined {
  const text = name?.trim() ?? '';
  if (text === '') return 'You must specify a valid project name.';
  if (text.length > NAME_LENGTH) return `The project name must not exceed ${NAME_LENGTH} characters in length.`;
  const isTaken = others(world, project).some((each) => each.name.toLowerCase() === text.toLowerCase());
  return isTaken ? 'A project with that name already exists.' : undefined;
}

const leadIn = (body: Json): string | undefined =>
  textIn(body, 'leadAccountId', undefined) ?? textIn(body, 'lead', undefined);

function leadProblem({ setup }: World, body: Json): string | undefined {
  if (body?.lead !== undefined && body?.leadAccountId !== undefined)
    return "'lead' and 'leadAccountId' cannot be given together.";
  return setup.users.get(leadIn(body) ?? '')?.active ? undefined : 'You must specify a valid project lead.';
}

const isAssigneeType = (type: Json): boolean => ['PROJECT_LEAD', 'UNASSIGNED'].includes(type ?? 'UNASSIGNED');

function categoryProblem({ setup }: World, category: Json): string | undefined {
  const isNone = category === undefined || category === null || category === NO_CATEGORY;
  return isNone || setup.projectCategories.has(Number(category)) ? undefined : 'The project category is invalid.';
}

/** Takes a project out of its category. */
const NO_CATEGORY = -1;

type Given = (...names: readonly string[]) => boolean;

/** Which fields a body is to be judged by: all that it gives, and what a new project must have. */
const givenIn =
  (body: Json, project: Project | undefined): Given =>
  (...names) =>
    project === undefined || names.some((name) => body?.[name] !== undefined && body[name] !== null);

function refuseProblems(world: World, body: Json, given: Given, project: Project | undefined): void {
  const problems = {
    projectName: given('name') ? nameProblem(world, textIn(body, 'name', undefined), project) : undefined,
    projectKey: given('key') ? keyProblem(world, textIn(body, 'key', undefined), project) : undefined,
    projectLead: given('lead', 'leadAccountId') ? leadProblem(world, body) : undefined,
    categoryId: categoryProblem(world, body?.categoryId),
    assigneeType: isAssigneeType(body?.assigneeType) ? undefined : 'The assignee type is invalid.',
  };
  const errors = Object.fromEntries(Object.entries(problems).flatMap(([id, words]) => (words ? [[id, words]] : [])));
  if (Object.keys(errors).length > 0) throw new Refusal(400, [], errors);
}

/** The fields of a project that a body may set, as columns; refuses those that do not fit, all at once. */
export function projectColumns(world: World, body: Json, project?: Project): Readonly<Record<string, unknown>> {
  const given = givenIn(body, project);
  refuseProblems(world, body, given, project);
  const category = body?.categoryId;
  return {
    ...(given('name') && { name: textIn(body, 'name', '').trim() }),
    ...(given('key') && { key: textIn(body, 'key', '') }),
    ...(given('lead', 'leadAccountId') && { lead: leadIn(body) }),
    ...(category !== undefined && { category_id: category === NO_CATEGORY ? null : category && Number(category) }),
    ...(given('description') && { description: textIn(body, 'description', '') }),
    ...(given('url') && { url: textIn(body, 'url', undefined) ?? null }),
    ...(body?.assigneeType && { assignee_type: body.assigneeType }),
  };
}
