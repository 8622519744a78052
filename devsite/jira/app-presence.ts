import type { SiteDatabase } from '../database';
import { type Manifest, type Module, modulesOf } from '../manifest';
import { NotSimulated } from '../simulators/simulator';
import { defaultContextName, insertContext } from './configuration/configuration-rows';
import type { FieldType } from './configuration/setup';
import { APPS_ROLE, APPS_ROLE_NAME } from './permissions/apps-role';

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

/** What Jira gains by the app being installed: its account, and the fields its manifest declares. */
export function installApp(
  database: SiteDatabase,
  manifest: Manifest,
  account: { readonly accountId: string; readonly displayName: string },
): void {
  database
    .sql(
      `INSERT INTO jira_user (account_id, display_name, time_zone, account_type) VALUES (?, ?, 'Etc/UTC', 'app')
      ON CONFLICT DO NOTHING`,
    )
    .run(account.accountId, account.displayName);
  database
    .sql('INSERT INTO jira_role (id, name, description) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .run(APPS_ROLE, APPS_ROLE_NAME, 'A project role that represents apps.');
  for (const module of modulesOf(manifest, 'jira:customField')) {
    const known = database.sql('SELECT id FROM jira_field WHERE app_key = ?').get(module.key);
    if (!known) addField(database, module);
  }
}
