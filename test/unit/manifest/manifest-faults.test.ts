import { resolve } from 'node:path';
import type { Manifest } from '../../../devsite/manifest';
import { type AppReading, readApp } from '../../../scripts/manifest-faults/app-reading';
import { manifestFaults } from '../../../scripts/manifest-faults/manifest-faults';

const ours = readApp(resolve('.'));

/** The app itself with a slip in it. */
const slipped = (change: (manifest: Slipping) => void): AppReading => {
  const manifest = structuredClone(ours.manifest);
  change(manifest as Slipping);
  return { ...ours, manifest };
};

// biome-ignore lint/suspicious/noExplicitAny: what is written into it must not be what the types allow
type Slipping = Record<keyof Manifest, any>;

const withSource = (text: string): AppReading => ({ ...ours, sources: new Map([...ours.sources, ['slip.ts', text]]) });
const withPage = (text: string): AppReading => ({ ...ours, pages: new Map([['app', text]]) });

test('the app has none', () => {
  expect(manifestFaults(ours)).toEqual([]);
});

const schedules = (...intervals: readonly string[]) =>
  intervals.map((interval, i) => ({ key: `schedule-${i}`, function: 'on-hourly', interval }));

const entity = (over: object) => ({ name: 'thing', attributes: { id: { type: 'string' } }, ...over });

const webTrigger = (response?: object) => [{ key: 'knock', function: 'calls', response }];

const slips: readonly (readonly [what: string, app: AppReading, place: string, reason: RegExp])[] = [
  [
    'storage without its scope',
    slipped(({ permissions }) => permissions.scopes.shift()),
    'src/forge/batch-get.ts',
    /storage:app/,
  ],
  [
    'an agent without the scope to chat',
    slipped(({ modules, permissions }) => {
      modules['rovo:agent'] = [{ key: 'helper', name: 'Helper', prompt: 'Help.' }];
      permissions.scopes = permissions.scopes.filter((scope: string) => scope !== 'read:chat:rovo');
    }),
    'modules.rovo:agent',
    /read:chat:rovo/,
  ],
  ['UI Kit 1', withSource("import ForgeUI from '@forge/ui';"), 'src/slip.ts', /UI Kit 1 was removed/],
  ['the storage of old', withSource("import { x } from '@forge/storage';"), 'src/slip.ts', /@forge\/kvs/],
  [
    'a module drawn by a function',
    slipped(({ modules }) => {
      const [{ resource: _, ...panel }] = modules['jira:issuePanel'];
      modules['jira:issuePanel'] = [panel];
    }),
    'modules.jira:issuePanel.service-levels',
    /no resource/,
  ],
  [
    'an event that does not exist',
    slipped(({ modules }) => modules.trigger[0].events.push('avi:jira:changed:issue')),
    'modules.trigger.issue-changed.events',
    /no event avi:jira:changed:issue/,
  ],
  [
    'a filter that cannot be read',
    slipped(({ modules }) => {
      modules.trigger[0].filter.expression = 'event.issue.key =';
    }),
    'modules.trigger.issue-changed.filter.expression',
    /./,
  ],
  [
    'a rule that cannot be read',
    slipped(({ modules }) => {
      modules['jira:workflowValidator'][0].expression = 'issue[config.field] !=';
    }),
    'modules.jira:workflowValidator.pending-reason-given.expression',
    /./,
  ],
  [
    'six schedules',
    slipped(({ modules }) => {
      modules.scheduledTrigger = schedules('hour', 'hour', 'day', 'day', 'week', 'week');
    }),
    'manifest.yml',
    /more than 5 scheduled triggers/,
  ],
  [
    'two schedules of five minutes',
    slipped(({ modules }) => {
      modules.scheduledTrigger = schedules('fiveMinute', 'fiveMinute');
    }),
    'manifest.yml',
    /every five minutes/,
  ],
  [
    'a second global page',
    slipped(({ modules }) => modules['jira:globalPage'].push({ ...modules['jira:globalPage'][0], key: 'second' })),
    'manifest.yml',
    /global pages/,
  ],
  [
    'twenty-one entities',
    slipped(({ app }) => {
      app.storage.entities = Array.from({ length: 21 }, (_, i) => entity({ name: `thing-${i}` }));
    }),
    'app.storage.entities',
    /20 entities/,
  ],
  [
    'eight indexes',
    slipped(({ app }) => app.storage.entities.push(entity({ indexes: Array(8).fill('id') }))),
    'app.storage.entities.thing',
    /7 indexes/,
  ],
  [
    'fifty-one attributes',
    slipped(({ app }) => {
      const attributes = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`a${i}`, { type: 'string' }]));
      app.storage.entities.push(entity({ attributes }));
    }),
    'app.storage.entities.thing',
    /50 attributes/,
  ],
  [
    'a range of two attributes',
    slipped(({ app }) => app.storage.entities.push(entity({ indexes: [{ name: 'by-two', range: ['id', 'at'] }] }))),
    'app.storage.entities.thing.indexes.by-two',
    /one attribute/,
  ],
  [
    'more memory than there is',
    slipped(({ app }) => {
      app.runtime.memoryMB = 2048;
    }),
    'app.runtime.memoryMB',
    /128 to 1024/,
  ],
  [
    'a runtime that has ended',
    slipped(({ app }) => {
      app.runtime.name = 'nodejs20.x';
    }),
    'app.runtime.name',
    /no longer supported/,
  ],
  [
    'a handler that nobody exports',
    slipped(({ modules }) => {
      modules.function[0].handler = 'events.onIssueChange';
    }),
    'modules.function.on-issue-changed',
    /exports no onIssueChange/,
  ],
  [
    'a handler in a file that is not there',
    slipped(({ modules }) => {
      modules.function[0].handler = 'event.onIssueChanged';
    }),
    'modules.function.on-issue-changed',
    /no src\/event/,
  ],
  [
    'a handler that is no function',
    {
      ...slipped(({ modules }) => {
        modules.function[0].handler = 'slip.limit';
      }),
      sources: withSource('export const limit = 5;').sources,
    },
    'modules.function.on-issue-changed',
    /no function/,
  ],
  [
    'a resolver that is not declared',
    slipped(({ modules }) => {
      modules['jira:issuePanel'][0].resolver.function = 'call';
    }),
    'modules.jira:issuePanel.service-levels',
    /the function call, which is not declared/,
  ],
  [
    'a web trigger that answers as it likes',
    slipped(({ modules }) => {
      modules.webtrigger = webTrigger({ type: 'dynamic' });
    }),
    'modules.webtrigger.knock.response',
    /dynamic/,
  ],
  [
    'a web trigger that does not say how it answers',
    slipped(({ modules }) => {
      modules.webtrigger = webTrigger();
    }),
    'modules.webtrigger.knock.response',
    /dynamic/,
  ],
  [
    'a property misspelt',
    slipped(({ modules }) => {
      modules['jira:issuePanel'][0].viewportsize = 'large';
    }),
    'modules.jira:issuePanel.service-levels.viewportsize',
    /nobody knows/,
  ],
  [
    'a property misspelt within a list',
    slipped(({ modules }) => {
      modules['jira:adminPage'][0].pages[1].rout = 'calendars';
    }),
    'modules.jira:adminPage.administration.pages.1.rout',
    /nobody knows/,
  ],
  [
    'a module that does not exist',
    slipped(({ modules }) => {
      modules['jira:issuePanels'] = [{ key: 'panel', resource: 'app' }];
    }),
    'modules.jira:issuePanels.panel',
    /no module/,
  ],
  [
    'access for nobody of that name',
    slipped(({ modules }) => {
      modules['jira:issuePanel'][0].unlicensedAccess = ['customers'];
    }),
    'modules.jira:issuePanel.service-levels.unlicensedAccess',
    /customers/,
  ],
  ['a page that is not built', { ...ours, pages: new Map() }, 'resources.app', /not built/],
  ['a script within the page', withPage('<script>go()</script>'), 'resources.app', /script in its page/],
];

test.each(slips)('%s is found', (_what, app, place, reason) => {
  expect(manifestFaults(app)).toContainEqual({ place, reason: expect.stringMatching(reason) });
});
