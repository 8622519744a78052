import type { SiteDatabase } from '../database';
import { type Manifest, type Module, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { defaultContextName, insertContext } from './configuration/configuration-rows';
import type { FieldType } from './configuration/setup';
import { deleteField } from './fields/field-deletion';
import { APPS_ROLE, APPS_ROLE_NAME } from './permissions/apps-role';
import type { World } from './world';

/** The first id that a field of the app gets; fields that admins made stand below it. */
const FIRST_FIELD = 10_500;

const fieldTypes: Readonly<Record<string, FieldType>> = {
  string: 'text',
  number: 'number',
  user: 'user',
  group: 'group',
  date: 'date',
  datetime: 'datetime',
};

function typeOf(module: Module): FieldType {
  const type = module.collection === undefined || module.collection === 'none' ? fieldTypes[module.type] : undefined;
  if (type === undefined)
    throw new NotSimulated(`the custom field ${module.key}: type ${module.type}, collection ${module.collection}`);
  return type;
}

function addField(database: SiteDatabase, module: Module): void {
  const { count } = database.sql('SELECT count(*) AS count FROM jira_field WHERE app_key IS NOT NULL').get<{
    count: number;
  }>() ?? { count: 0 };
  const name = typeof module.name === 'string' ? module.name : module.key;
  const id = `customfield_${FIRST_FIELD + count}`;
  database
    .sql('INSERT INTO jira_field (id, name, type, app_key, position) VALUES (?, ?, ?, ?, ?)')
    .run(id, name, typeOf(module), module.key, FIRST_FIELD + count);
  insertContext(database, { fieldId: id, name: defaultContextName(name) });
}

/** The app as a person of the site. */
export interface AppAccount {
  readonly accountId: string;
  readonly displayName: string;
}

/** What stays in Jira though the app be gone: its account, and the role of apps. */
export function introduceApp(database: SiteDatabase, account: AppAccount): void {
  database
    .sql(
      `INSERT INTO jira_user (account_id, display_name, time_zone, account_type) VALUES (?, ?, 'Etc/UTC', 'app')
      ON CONFLICT DO NOTHING`,
    )
    .run(account.accountId, account.displayName);
  database
    .sql('INSERT INTO jira_role (id, name, description) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(APPS_ROLE, APPS_ROLE_NAME, 'A project role that represents apps.');
}

/** What Jira gains by the app being installed: the fields its manifest declares. */
export function installApp(database: SiteDatabase, manifest: Manifest): void {
  for (const module of modulesOf(manifest, 'jira:customField')) {
    const known = database.sql('SELECT id FROM jira_field WHERE app_key = ?').get(module.key);
    if (!known) addField(database, module);
  }
}

/** How long the values of an app's fields outlive it. https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ (2026-08) */
const VALUES_KEPT = 30 * 24 * 60 * 60 * 1_000;

/** The app's fields go with it; what issues hold of them stays for a while. */
export function removeApp({ database, clock, reloadSetup }: World): void {
  database.sql('UPDATE jira_field SET trashed_at = ? WHERE app_key IS NOT NULL').run(clock.now());
  reloadSetup();
}

/** Installs the app anew: its fields are back with what they held, or empty where they were gone for too long. */
export function installAppAgain(world: World): void {
  const { database, clock, manifest } = world;
  const gone = database
    .sql('SELECT id FROM jira_field WHERE app_key IS NOT NULL AND trashed_at <= ?')
    .all<{ id: string }>(clock.now() - VALUES_KEPT);
  for (const field of gone) deleteField(world, field);
  database.sql('UPDATE jira_field SET trashed_at = NULL WHERE app_key IS NOT NULL').run();
  installApp(database, manifest);
  world.reloadSetup();
}
