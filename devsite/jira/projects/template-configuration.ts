import {
  defaultContextName,
  insertContext,
  insertField,
  insertScreen,
  insertWorkflow,
  plainTransition,
  workflowStatus,
} from '../configuration/configuration-rows';
import { insertSchemes, type SchemeColumns } from '../configuration/scheme-rows';
import { insertRow } from '../ids';
import { defaultScreenFields, RESOLVE_SCREEN } from '../screens/default-screen';
import type { World } from '../world';
import type { ProjectTemplate } from './project-templates';

/** A project that is being made from a template; `scope` is its id when it is team-managed, else null. */
interface Making {
  readonly world: World;
  readonly key: string;
  readonly scope: number | null;
  readonly template: ProjectTemplate;
}

type Flow = ProjectTemplate['types'][number]['flow'];

/** The thing of a name that every project has; a team-managed project has things of its own. */
const shared = <
  Thing extends { readonly id: Id; readonly name: string; readonly scopeProjectId?: number | undefined },
  Id,
>(
  { scope }: Making,
  things: ReadonlyMap<Id, Thing>,
  name: string,
): Id | undefined =>
  scope === null
    ? [...things.values()].find((thing) => thing.name === name && thing.scopeProjectId === undefined)?.id
    : undefined;

function statusIds(making: Making): ReadonlyMap<string, number> {
  const { world, scope, template } = making;
  const categories = new Map(template.types.flatMap(({ flow }) => flow));
  return new Map(
    [...categories].map(([name, category]) => [
      name,
      shared(making, world.setup.statuses, name) ??
        insertRow(world.database, 'jira_status', { name, category, scope_project_id: scope }),
    ]),
  );
}

const typeIds = (making: Making): readonly number[] =>
  making.template.types.map(
    ({ name, level }) =>
      shared(making, making.world.setup.issueTypes, name) ??
      insertRow(making.world.database, 'jira_issue_type', {
        name,
        hierarchy_level: level,
        scope_project_id: making.scope,
      }),
  );

const FIRST_TRANSITION = 11;

/** A workflow in which every status is reached from any other. */
function workflow(making: Making, name: string, flow: Flow, statuses: ReadonlyMap<string, number>): string {
  const { world, scope } = making;
  const ids = flow.map(([status]) => statuses.get(status) ?? 0);
  const resolve = shared(making, world.setup.screens, RESOLVE_SCREEN);
  const ways = flow.map(([status, category], place) =>
    plainTransition({
      id: FIRST_TRANSITION + place * 10,
      name: status,
      type: 'GLOBAL',
      to: ids[place] ?? 0,
      screenId: category === 'DONE' ? resolve : undefined,
    }),
  );
  const create = plainTransition({ id: 1, name: 'Create', type: 'INITIAL', to: ids[0] ?? 0 });
  const at = world.clock.now();
  return insertWorkflow(world.database, {
    name,
    scope,
    statuses: ids.map(workflowStatus),
    transitions: [create, ...ways],
    at,
  });
}

/** One workflow for each flow of the template, named after the first type that follows it. */
function workflows(making: Making): ReadonlyMap<Flow, string> {
  const { key, template } = making;
  const statuses = statusIds(making);
  const flows = new Map<Flow, string>();
  for (const { name, flow } of template.types)
    if (!flows.has(flow))
      flows.set(flow, workflow(making, `${key}: ${name.replace('[System] ', '')} workflow`, flow, statuses));
  return flows;
}

/** The lists that the template brings, by id. */
const fieldIds = (making: Making): readonly string[] =>
  Object.entries(making.template.fields).map(([name, options]) => {
    const { database, setup } = making.world;
    const known = shared(making, setup.fields, name);
    if (known !== undefined) return known;
    const id = insertField(database, { name, type: 'select', scope: null });
    insertContext(database, {
      fieldId: id,
      name: defaultContextName(name),
      options: options.map((value) => ({ value })),
    });
    return id;
  });

/** Makes what a template gives a project, and answers the schemes that hold it. */
export function configureByTemplate(making: Making): SchemeColumns {
  const { world, key, scope, template } = making;
  const flows = workflows(making);
  const ids = typeIds(making);
  const workflowOf = (flow: Flow | undefined) => (flow && flows.get(flow)) ?? '';
  const screen = insertScreen(
    world.database,
    `${key}: Default Issue Screen`,
    [...defaultScreenFields, ...fieldIds(making)],
    scope,
  );
  return insertSchemes(world.database, {
    name: key,
    scope,
    typeIds: ids,
    workflowId: workflowOf(template.types[0]?.flow),
    workflowIds: new Map(ids.map((id, place) => [id, workflowOf(template.types[place]?.flow)])),
    screens: { default: screen },
  });
}
