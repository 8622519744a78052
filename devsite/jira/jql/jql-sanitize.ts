import { JastBuilder } from '@atlassianlabs/jql-ast';
import { held } from '../permissions/permissions';
import type { World } from '../world';
import { meaningOf } from './jql-text';

/** The id of a project that is named in a query and that the account may not see. */
function hiddenProject({ setup }: World, accountId: string | undefined, name: string): number | undefined {
  const wanted = name.toLowerCase();
  const project = [...setup.projects.values()].find(
    (each) => each.key.toLowerCase() === wanted || each.name.toLowerCase() === wanted,
  );
  const isSeen = project && accountId !== undefined && held(setup, accountId, 'BROWSE_PROJECTS', project) !== 'never';
  return isSeen ? undefined : project?.id;
}

/** A query in which projects that the account may not see go by their ids; no account: nobody's eyes. */
export function sanitized(world: World, accountId: string | undefined, text: string): string {
  const replacements: { readonly from: number; readonly to: number; readonly by: string }[] = [];
  const read = (operand: unknown): void => {
    const {
      operandType,
      text: written = '',
      values,
      position,
    } = operand as {
      readonly operandType?: string;
      readonly text?: string;
      readonly values?: readonly unknown[];
      readonly position?: readonly [number, number];
    };
    if (operandType === 'list') values?.forEach(read);
    const id = operandType === 'value' ? hiddenProject(world, accountId, meaningOf(written)) : undefined;
    if (id !== undefined && position) replacements.push({ from: position[0], to: position[1], by: String(id) });
  };
  const walk = (clause: unknown): void => {
    const {
      clauses,
      clause: inner,
      field,
      operand,
    } = clause as {
      readonly clauses?: readonly unknown[];
      readonly clause?: unknown;
      readonly field?: { readonly value: string };
      readonly operand?: unknown;
    };
    clauses?.forEach(walk);
    if (inner) walk(inner);
    if (field?.value.toLowerCase() === 'project' && operand) read(operand);
  };
  const { query } = new JastBuilder().build(text);
  if (query?.where) walk(query.where);
  return replacements
    .sort((one, other) => other.from - one.from)
    .reduce((left, { from, to, by }) => left.slice(0, from) + by + left.slice(to), text);
}
