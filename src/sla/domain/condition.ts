/** A compiled JQL clause over the field values an issue has at one moment. Values are ids. */
export type Condition =
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly string[] }
  | { readonly op: 'empty'; readonly field: string };

export type FieldValues = Readonly<Record<string, string | null>>;

/** Whether the condition holds for these values; a field without a value equals nothing. */
export function holds(condition: Condition, values: FieldValues): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every((part) => holds(part, values));
    case 'any':
      return condition.of.some((part) => holds(part, values));
    case 'not':
      return !holds(condition.of, values);
    case 'in': {
      const value = values[condition.field] ?? null;
      return value !== null && condition.values.includes(value);
    }
    case 'empty':
      return (values[condition.field] ?? null) === null;
  }
}

/** The fields a condition looks at. */
export function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(condition.of);
    default:
      return [condition.field];
  }
}
