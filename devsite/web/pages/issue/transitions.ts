import { jira } from '../ui/ask';
import type { Status } from '../ui/status';
import { type FieldMeta, isOffered } from './field-meta';

/** A move that the workflow allows now. */
export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly to: Status;
  /** Whether it asks for anything on its way. */
  readonly hasScreen: boolean;
  readonly fields: readonly FieldMeta[];
}

type Told = Omit<Transition, 'fields'> & { readonly fields?: Readonly<Record<string, Omit<FieldMeta, 'fieldId'>>> };

export async function transitionsOf(key: string): Promise<readonly Transition[]> {
  const path = `/issue/${key}/transitions?expand=transitions.fields`;
  const { transitions } = await jira<{ transitions: readonly Told[] }>('GET', path);
  return transitions.map(({ fields = {}, ...transition }) => ({
    ...transition,
    fields: Object.entries(fields)
      .map(([fieldId, field]): FieldMeta => ({ ...field, fieldId }))
      .filter(isOffered),
  }));
}
