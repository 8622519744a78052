import type { Entered, FieldMeta } from './field-meta';

/** What the control of a field is given, whatever its kind. */
export interface FieldInputProps {
  readonly id: string;
  readonly field: FieldMeta;
  readonly value: Entered | undefined;
  /** Whose assignable people are offered. */
  readonly assignableIn: { readonly project: string } | { readonly issueKey: string };
  readonly onChange: (value: Entered) => void;
  readonly isInvalid?: boolean;
  readonly onClose?: () => void;
  /** Opens its list, or takes the focus, at once. */
  readonly isOpened?: boolean;
}
