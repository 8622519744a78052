import type { ThemeAppearance } from '@atlaskit/lozenge';

/** What stands beside a module's label: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ (Aug 2026). */
export interface Status {
  readonly type: 'badge' | 'lozenge' | 'icon';
  readonly value: { readonly label: string; readonly url?: string; readonly type?: ThemeAppearance };
}

const appearances = [undefined, 'default', 'inprogress', 'moved', 'new', 'removed', 'success'];

const fits: Readonly<Record<string, (value: Status['value']) => boolean>> = {
  badge: ({ label }) => Number.isFinite(Number(label)),
  lozenge: ({ type }) => appearances.includes(type),
  icon: ({ url }) => typeof url === 'string',
};

/** The status in what a manifest declares or a function returned; undefined when it is none. */
export function statusIn(told: unknown): Status | undefined {
  const { type = '', value } = (told ?? {}) as Partial<Status>;
  const isLabelled = typeof value?.label === 'string' && value.label !== '';
  return isLabelled && fits[type]?.(value) ? (told as Status) : undefined;
}
