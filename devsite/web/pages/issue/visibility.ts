import { jira } from '../ui/ask';
import { isolated } from '../ui/isolated';
import type { Choice } from '../ui/pick';

/** The group or role that alone sees a comment or worked time. */
export interface Visibility {
  readonly type: 'group' | 'role';
  readonly value: string;
}

export const everyone = 'everyone';

/** What a choice stands for; null: everyone. */
export function visibilityOf(choice: string): Visibility | null {
  if (choice === everyone) return null;
  const [type, ...name] = choice.split(':');
  return { type: type === 'group' ? 'group' : 'role', value: name.join(':') };
}

export const choiceOf = (visibility: Visibility | undefined): string =>
  visibility ? `${visibility.type}:${visibility.value}` : everyone;

/** To whom the person may restrict: the roles of the project and the groups that they are of themselves. */
export async function restrictionChoices(projectKey: string): Promise<readonly Choice[]> {
  const [roles, { groups }] = await Promise.all([
    jira<readonly { name: string }[]>('GET', `/project/${projectKey}/roledetails?currentMember=true`),
    jira<{ groups: { items: readonly { name: string }[] } }>('GET', '/myself?expand=groups'),
  ]);
  return [
    { value: everyone, label: 'Everyone' },
    ...roles.map(({ name }) => ({ value: choiceOf({ type: 'role', value: name }), label: `Role ${isolated(name)}` })),
    ...groups.items.map(({ name }) => ({
      value: choiceOf({ type: 'group', value: name }),
      label: `Group ${isolated(name)}`,
    })),
  ];
}
