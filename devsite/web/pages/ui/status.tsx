import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly statusCategory: { readonly key: string };
}

const appearances: Readonly<Record<string, ThemeAppearance>> = { indeterminate: 'inprogress', done: 'success' };

/** The colour of a status follows its category. */
export const appearanceOf = ({ statusCategory }: Status): ThemeAppearance =>
  appearances[statusCategory.key] ?? 'default';

export function StatusName({ status }: { readonly status: Status }) {
  return <Lozenge appearance={appearanceOf(status)}>{status.name}</Lozenge>;
}
