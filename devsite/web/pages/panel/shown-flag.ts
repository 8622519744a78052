import type { Flag } from '../ui/flags';

/** What `showFlag` sends. */
export interface ShownFlag {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'info' | 'success' | 'warning' | 'error';
  readonly isAutoDismiss?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
}

/** A flag of the app, as the page shows it. */
export const flagOf = ({
  id,
  title = '',
  description,
  type = 'info',
  isAutoDismiss = false,
  actions,
}: ShownFlag): Flag => ({
  id: `app:${id}`,
  title,
  isPassing: isAutoDismiss,
  appearance: type === 'info' ? 'information' : type,
  ...(description !== undefined && { description }),
  ...(actions && { actions: actions.map(({ text, onClick }) => ({ text, onClick: () => onClick() })) }),
});
