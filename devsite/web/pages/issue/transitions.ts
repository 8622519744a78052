import { jira } from '../ui/ask';
import type { Status } from '../ui/status';

/** A move that the workflow allows now. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
}

export const transitionsOf = async (key: string): Promise<readonly Transition[]> =>
  (await jira<{ transitions: readonly Transition[] }>('GET', `/issue/${key}/transitions`)).transitions;
