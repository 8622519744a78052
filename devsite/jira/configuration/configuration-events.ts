import { fieldKey } from '../fields/field-shape';
import { typeName } from '../fields/field-types';
import type { Json } from '../json';
import { customSchema, issueTypeShape } from '../shapes';
import type { World } from '../world';
import type { FieldContext } from './configuration';
import type { CustomField, IssueType } from './setup';

// The keys of each event: https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-11).

const tell = (world: World, name: string, actor: string, body: Readonly<Record<string, Json>>): void =>
  world.emit({ eventType: `avi:jira:${name}`, actor, body: { ...body, timestamp: String(world.clock.now()) } });

export const issueTypeChanged = (
  world: World,
  what: 'created' | 'updated' | 'deleted',
  type: IssueType,
  actor: string,
): void => tell(world, `${what}:issuetype`, actor, { issueType: issueTypeShape(type), atlassianId: actor });

export const fieldChanged = (
  world: World,
  what: 'created' | 'updated' | 'trashed' | 'restored' | 'deleted',
  field: CustomField,
  actor: string,
): void =>
  tell(world, `${what}:field`, actor, {
    id: field.id,
    key: fieldKey(world, field),
    type: customSchema(field, world.manifest.app.id).custom,
    typeName: typeName(field.type),
    name: field.name,
    description: field.description,
  });

export const contextChanged = (
  world: World,
  what: 'created' | 'updated' | 'deleted',
  told: { readonly field: CustomField; readonly context: FieldContext; readonly actor: string },
): void => {
  const { field, context, actor } = told;
  tell(world, `${what}:field:context`, actor, {
    id: String(context.id),
    fieldId: field.id,
    fieldKey: fieldKey(world, field),
    name: context.name,
    description: context.description,
    projectIds: context.projectIds,
    issueTypeIds: context.issueTypeIds.map(String),
  });
};
