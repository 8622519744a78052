import { defaultContextName, insertContext, insertField, insertScreen } from '../configuration/configuration-rows';
import { DEFAULT_SCREEN, defaultScreenFields, RESOLVE_SCREEN } from '../screens/default-screen';
import type { SeedContext, SeedField } from './jira-seed';
import { idOf, type Seeding } from './seeding';

function seedContext(
  { database, projects, types }: Seeding,
  fieldId: string,
  name: string,
  context: SeedContext,
): void {
  const disabled = context.disabled ?? [];
  insertContext(database, {
    fieldId,
    name: context.name ?? name,
    projectIds: (context.projects ?? []).map((key) => idOf(projects, key, 'project')),
    issueTypeIds: (context.issueTypes ?? []).map((type) => idOf(types, type, 'issue type')),
    options: (context.options ?? []).map((value) => ({ value, disabled: disabled.includes(value) })),
    defaultValue: context.default,
  });
}

/** A field with its contexts; `scope` is the team-managed project it is of, or null. Answers its id. */
export function seedField(seeding: Seeding, field: SeedField, scope: number | null): string {
  const { name, description, type, options } = field;
  const id = insertField(seeding.database, { name, description, type, scope });
  const contexts = field.contexts ?? [options ? { options } : {}];
  for (const context of contexts) seedContext(seeding, id, defaultContextName(name), context);
  return id;
}

export function seedFields(seeding: Seeding): void {
  for (const field of seeding.seed.fields) seeding.fields.set(field.name, seedField(seeding, field, null));
}

/** Jira's default screens, with every field, and those that the seed names. */
export function seedScreens({ database, seed, fields, screens }: Seeding): void {
  const all = [...defaultScreenFields, ...fields.values()];
  screens.set(DEFAULT_SCREEN, insertScreen(database, DEFAULT_SCREEN, all, null));
  screens.set(RESOLVE_SCREEN, insertScreen(database, RESOLVE_SCREEN, ['resolution', ...all], null));
  for (const [name, on] of Object.entries(seed.screens ?? {}))
    screens.set(
      name,
      insertScreen(
        database,
        name,
        on.map((field) => fields.get(field) ?? field),
        null,
      ),
    );
}
