import type * as v from 'valibot';

export type Attributes = Readonly<Record<string, unknown>>;

/** Forge's attribute types; `any` cannot be indexed. */
export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface Index {
  readonly partition?: readonly string[];
  /** Forge takes exactly one attribute. */
  readonly range: string;
}

/** A stored kind of record: its shape, what Forge has to know of it, and what it can be asked by. */
export interface Entity<Value extends Attributes, IndexName extends string = string> {
  readonly name: string;
  readonly shape: v.GenericSchema<unknown, Value>;
  /** Only what is named here is declared in the manifest; declared attributes can never be taken back. */
  readonly attributes: Readonly<Record<keyof Value & string, AttributeType>>;
  readonly indexes: Readonly<Record<IndexName, Index>>;
  /** The key that a record belongs under: one that stands elsewhere is none. */
  keyOf(value: NoInfer<Value>): string;
  /** What is stored in place of an attribute, which the shape reads back. */
  stored?(value: Value): Attributes;
  /** Attributes that replay can rebuild; the audit trail does not repeat them. */
  readonly derived?: readonly (keyof Value & string)[];
  /** Attributes that grow part by part: the audit trail tells the parts that changed, and not all of it each time. */
  readonly byPart?: readonly (keyof Value & string)[];
}

export const defineEntity = <Value extends Attributes, IndexName extends string>(
  entity: Entity<Value, IndexName>,
): Entity<Value, IndexName> => entity;
