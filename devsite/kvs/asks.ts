import * as v from 'valibot';
import { refusal } from './refusals';

const MetadataFields = v.optional(v.array(v.picklist(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])));
const ReadOptions = v.optional(v.object({ metadataFields: MetadataFields }));
const WriteOptions = v.optional(
  v.object({
    ttl: v.optional(v.object({ value: v.unknown(), unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) })),
    keyPolicy: v.optional(v.string()),
    returnValue: v.optional(v.picklist(['PREVIOUS', 'LATEST'])),
    returnMetadataFields: MetadataFields,
  }),
);
const Condition = v.object({ property: v.string(), condition: v.string(), values: v.array(v.unknown()) });
const Filters = v.object({ and: v.optional(v.array(Condition)), or: v.optional(v.array(Condition)) });
/** The name of an entity, absent for a plain key. */
const place = { key: v.unknown(), entityName: v.optional(v.unknown()) };
const write = { ...place, value: v.unknown(), options: WriteOptions };

export const GetAsk = v.object({ ...place, options: ReadOptions });
export const SetAsk = v.object(write);
export const DeleteAsk = v.object(place);
export const QueryAsk = v.object({
  limit: v.optional(v.unknown()),
  after: v.optional(v.string()),
  where: v.optional(v.array(Condition)),
  options: ReadOptions,
});
export const EntityQueryAsk = v.object({
  entityName: v.unknown(),
  indexName: v.unknown(),
  partition: v.optional(v.array(v.unknown())),
  range: v.optional(v.object({ condition: v.string(), values: v.array(v.unknown()) })),
  filters: v.optional(Filters),
  sort: v.optional(v.picklist(['ASC', 'DESC'])),
  cursor: v.optional(v.string()),
  limit: v.optional(v.unknown()),
  options: ReadOptions,
});
export const TransactionAsk = v.object({
  set: v.optional(v.array(v.object({ ...write, conditions: v.optional(Filters) })), []),
  delete: v.optional(v.array(v.object({ ...place, conditions: v.optional(Filters) })), []),
  check: v.optional(v.array(v.object({ ...place, conditions: Filters })), []),
});
export const BatchGetAsk = v.array(GetAsk);
export const BatchSetAsk = v.array(SetAsk);
export const BatchDeleteAsk = v.array(DeleteAsk);

export type Condition = v.InferOutput<typeof Condition>;
export type Filters = v.InferOutput<typeof Filters>;
export type Place = v.InferOutput<typeof DeleteAsk>;
export type ReadOptions = v.InferOutput<typeof ReadOptions>;
export type WriteOptions = v.InferOutput<typeof WriteOptions>;
export type Write = v.InferOutput<typeof SetAsk>;
export type Range = NonNullable<v.InferOutput<typeof EntityQueryAsk>['range']>;

/** Refused with INVALID_REQUEST when the body has another shape. */
export function readAsk<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const read = v.safeParse(schema, body);
  if (!read.success) throw refusal('INVALID_REQUEST', { reason: read.issues[0].message });
  return read.output;
}
