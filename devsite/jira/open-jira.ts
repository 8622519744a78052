import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import { type Ask, PlatformError } from '../simulators/simulator';
import { type AppAccount, installApp, installAppAgain, introduceApp, removeApp } from './app-presence';
import { bodyOf, checkBody, checkQuery, checkScopes } from './checks';
import { clientFor } from './client';
import { readSetup } from './configuration/read-setup';
import type { Setup } from './configuration/setup';
import type { Caller, Jira, JiraAnswer, Mail, ProductEvent } from './jira';
import { prepared } from './jql/prepare';
import { preparersOf } from './jql/preparers';
import { openSearchIndex } from './jql/search-index';
import { worldFor } from './permissions/app-access-rule';
import { cost } from './points';
import { queryOf } from './query';
import { Refusal, refuse } from './refusal';
import type { Call, Route, RouteAnswer } from './route';
import { type Match, router } from './router';
import { jiraRoutes } from './routes';
import { createTables } from './schema';
import { seedSite } from './seed/seed';
import { isToldToApp } from './told-event';
import type { World } from './world';

export interface JiraOptions {
  readonly database: SiteDatabase;
  readonly clock: { now(): number };
  readonly emit: (event: ProductEvent) => void;
  readonly manifest: Manifest;
  readonly appAccount: AppAccount;
  /** Whether the app is installed; it is when absent. */
  readonly isInstalled?: boolean;
  /** By how much search lags behind beyond what is usual; not at all when absent. */
  readonly late?: World['late'];
  /** Calls functions of the app; absent where none runs. */
  readonly invoke?: World['invoke'];
  /** Carries events to modules of the app; absent where none runs. */
  readonly deliveries?: World['deliveries'];
}

function openWorld({ database, clock, emit, manifest, appAccount, late, invoke, deliveries }: JiraOptions): World {
  let setup: Setup | undefined;
  const world: World = {
    database,
    clock,
    emit: (event) => {
      if (isToldToApp(world, event)) emit(event);
    },
    manifest,
    appAccountId: appAccount.accountId,
    get setup() {
      setup ??= readSetup(database);
      return setup;
    },
    reloadSetup: () => {
      setup = undefined;
    },
    beforeChange: [],
    ...(late && { late }),
    ...(invoke && { invoke }),
    ...(deliveries && { deliveries }),
  };
  return world;
}

function refusalOf(error: unknown): RouteAnswer {
  if (error instanceof Refusal)
    return { status: error.status, body: { errorMessages: error.errorMessages, errors: error.errors } };
  if (error instanceof PlatformError)
    return { status: error.status, body: { errorMessages: [error.message], errors: {}, code: error.code } };
  throw error;
}

/** All of what a call writes or none of it: what was read of the set-up meanwhile goes with a refusal. */
function wholly(world: World, answer: () => RouteAnswer): RouteAnswer {
  const before = world.setup;
  try {
    return world.database.transaction(answer);
  } catch (error) {
    if (world.setup !== before) world.reloadSetup();
    throw error;
  }
}

function answerOf(world: World, caller: Caller, ask: Ask, { route, path }: Match, query: string): RouteAnswer {
  checkScopes(route, caller);
  if (!world.setup.users.get(caller.accountId)?.active)
    throw refuse(401, 'Client must be authenticated to access this resource.');
  const call: Call = {
    world: worldFor(world, caller, route),
    caller,
    ask,
    route,
    path,
    query: queryOf(query),
    body: bodyOf(ask.body),
  };
  checkQuery(route, call.query);
  checkBody(route, call.body);
  return route.method === 'GET' ? route.answer(call) : wholly(world, () => route.answer(call));
}

function priced(route: Route, answer: RouteAnswer): JiraAnswer {
  const points = cost(route.points, answer.status, answer.body);
  return { ...answer, points, route: route.path };
}

const notSimulated = (ask: Ask, path: string): JiraAnswer => ({
  status: 501,
  points: 0,
  body: {
    errorMessages: [`The dev site does not simulate ${ask.method} ${path}.`],
    errors: {},
    code: 'NOT_SIMULATED',
  },
});

function answering(world: World): Jira['handle'] {
  const find = router(jiraRoutes);
  return (caller, ask) => {
    const [path = '', query = ''] = ask.path.split('?', 2);
    const match = find(ask.method.toUpperCase(), path);
    if (!match) return notSimulated(ask, path);
    try {
      return priced(match.route, answerOf(world, caller, ask, match, query));
    } catch (error) {
      return priced(match.route, refusalOf(error));
    }
  };
}

const mails = (database: SiteDatabase): readonly Mail[] =>
  database
    .sql('SELECT * FROM jira_mail ORDER BY id')
    .all<{ [column: string]: never }>()
    .map((row) => ({
      id: row.id ?? 0,
      at: row.at ?? 0,
      issueId: String(row.issue_id),
      issueKey: row.issue_key ?? '',
      from: row.sender ?? '',
      to: JSON.parse(row.recipients_json ?? '[]'),
      subject: row.subject ?? '',
      text: row.text ?? '',
    }));

const accountsOf = (world: World): Pick<Jira, 'closeAccount' | 'accountStanding'> => ({
  closeAccount: (accountId) => {
    world.database
      .sql("UPDATE jira_user SET active = 0, display_name = 'Former user', email = NULL WHERE account_id = ?")
      .run(accountId);
    world.reloadSetup();
  },
  accountStanding: (accountId) => {
    const user = world.setup.users.get(accountId);
    return user && (user.active ? 'open' : 'closed');
  },
});

/** Opens Jira on a database, new or filled, with the app installed. */
export function openJira(options: JiraOptions): Jira {
  const { database, manifest, appAccount, isInstalled = true } = options;
  createTables(database);
  database.transaction(() => {
    introduceApp(database, appAccount);
    if (isInstalled) installApp(database, manifest);
  });
  const world = openWorld(options);
  openSearchIndex(world);
  const handle = answering(world);
  const preparers = preparersOf(world);
  return {
    handle,
    prepare: (caller, ask) => prepared(preparers, caller, ask),
    as: (accountId) => clientFor({ kind: 'person', accountId }, handle),
    mailbox: () => mails(database),
    setAppAccess: (projectKey, allowed) => {
      database.sql('UPDATE jira_project SET blocks_app = ? WHERE key = ?').run(Number(!allowed), projectKey);
      world.reloadSetup();
    },
    appRemoved: () => removeApp(world),
    appInstalled: () => database.transaction(() => installAppAgain(world)),
    ...accountsOf(world),
    seed: (seed) => {
      seedSite(world, seed);
      world.reloadSetup();
    },
  };
}
