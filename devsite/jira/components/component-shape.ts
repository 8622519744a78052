import type { Component, Project } from '../configuration/setup';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { REST, userShape } from '../shapes';
import type { World } from '../world';

/** A component as issues and lists tell of it. */
export const componentShape = ({ id, name, description }: Component): Json => ({
  self: `${REST}/component/${id}`,
  id: String(id),
  name,
  ...(description !== '' && { description }),
});

const person = (world: World, accountId: string | undefined): Json => {
  const user = accountId === undefined ? undefined : world.setup.users.get(accountId);
  return user && userShape(user);
};

/** Who stands for a type of assignee. */
function standsFor(type: Component['assigneeType'], { lead }: Component, project: Project): string | undefined {
  if (type === 'COMPONENT_LEAD') return lead;
  const isLead = type === 'PROJECT_LEAD' || (type === 'PROJECT_DEFAULT' && project.assigneeType === 'PROJECT_LEAD');
  return isLead ? project.lead : undefined;
}

/** A type is real where somebody stands for it who can be assigned to, and where nobody is to. */
function isReal(world: World, type: Component['assigneeType'], component: Component, project: Project): boolean {
  if (type === 'UNASSIGNED' || (type === 'PROJECT_DEFAULT' && project.assigneeType === 'UNASSIGNED')) return true;
  const accountId = standsFor(type, component, project);
  return accountId !== undefined && may(world, accountId, 'ASSIGNABLE_USER', project.id);
}

/** A component read by itself. */
export function wholeComponent(world: World, project: Project, component: Component): Json {
  const { assigneeType } = component;
  const isValid = isReal(world, assigneeType, component, project);
  const realType = isValid ? assigneeType : 'PROJECT_DEFAULT';
  const lead = person(world, component.lead);
  const assignee = person(world, standsFor(assigneeType, component, project));
  const realAssignee = person(world, standsFor(realType, component, project));
  return {
    ...componentShape(component),
    description: component.description,
    ...(lead && { lead }),
    assigneeType,
    ...(assignee && { assignee }),
    realAssigneeType: realType,
    ...(realAssignee && { realAssignee }),
    isAssigneeTypeValid: isValid,
    project: project.key,
    projectId: project.id,
  };
}
