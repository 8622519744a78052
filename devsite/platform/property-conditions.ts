interface Declared {
  readonly entity: string;
  readonly propertyKey: string;
  readonly value?: string | readonly string[];
  /** A path into the value: `field.inner`. */
  readonly objectName?: string;
}

/** Whether a condition on an entity's property holds; `value` is undefined when there is no property. */
export type PropertyCondition = (declared: Declared, value: unknown) => boolean;

function inside(value: unknown, path: string | undefined): unknown {
  if (path === undefined) return value;
  return path.split('.').reduce<unknown>((found, name) => {
    const isObject = typeof found === 'object' && found !== null && Object.hasOwn(found, name);
    return isObject ? (found as Record<string, unknown>)[name] : undefined;
  }, value);
}

/** Values are compared as texts: what is no text becomes JSON. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const asTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(asText);

const held = ({ objectName }: Declared, value: unknown): readonly string[] => {
  const found = inside(value, objectName);
  return found === undefined ? [] : asTexts(found);
};

/** https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/entity-property-conditions/ (2026-08) */
export const propertyConditions: Readonly<Record<string, PropertyCondition>> = {
  entityPropertyExists: ({ objectName }, value) => inside(value, objectName) !== undefined,
  entityPropertyEqualTo: (declared, value) => {
    const found = inside(value, declared.objectName);
    return found !== undefined && asText(found) === String(declared.value);
  },
  entityPropertyContainsAny: (declared, value) =>
    asTexts(declared.value ?? []).some((wanted) => held(declared, value).includes(wanted)),
  entityPropertyContainsAll: (declared, value) =>
    value !== undefined && asTexts(declared.value ?? []).every((wanted) => held(declared, value).includes(wanted)),
};
