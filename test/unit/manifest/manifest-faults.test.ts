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
/** The app with a function that runs what a file exports. */
const handled = (handler: string, sources: Readonly<Record<string, string>>): AppReading => ({
  ...slipped(({ modules }) => {
    modules.function[0].handler = handler;
  }),
  sources: new Map([...ours.sources, ...Object.entries(sources)]),
});
const running = (text: string): AppReading => handled('slip.run', { 'slip.ts': text });

/** The app with a filter for what happens to issues and comments. */
const filtered = (expression: string, ...events: readonly unknown[]): AppReading =>
  slipped(({ modules }) => {
    modules.trigger[0].filter = { expression };
    modules.trigger[0].events.push(...events);
  });

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
    'reports of personal data without their scope',
    slipped(({ permissions }) => {
      permissions.scopes = permissions.scopes.filter((scope: string) => scope !== 'report:personal-data');
    }),
    'src/forge/personal-data.ts',
    /report:personal-data/,
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
    'the filter evnt.issue.id == "1"',
    filtered('evnt.issue.id == "1"'),
    'modules.trigger.issue-changed.filter.expression',
    /there is no evnt/,
  ],
  [
    'the filter event.isue.id == "1"',
    filtered('event.isue.id == "1"'),
    'modules.trigger.issue-changed.filter.expression',
    /event has no isue/,
  ],
  [
    'the filter event.issue.nope == "1"',
    filtered('event.issue.nope == "1"'),
    'modules.trigger.issue-changed.filter.expression',
    /event\.issue has no nope/,
  ],
  [
    'the filter event.issue?.["feilds"] == null',
    filtered('event.issue?.["feilds"] == null'),
    'modules.trigger.issue-changed.filter.expression',
    /event\.issue has no feilds/,
  ],
  [
    'the filter event.issue.fields.sumary == ""',
    filtered('event.issue.fields.sumary == ""'),
    'modules.trigger.issue-changed.filter.expression',
    /event\.issue\.fields has no sumary/,
  ],
  [
    'the filter event.customfield_1 != null',
    filtered('event.customfield_1 != null'),
    'modules.trigger.issue-changed.filter.expression',
    /event has no customfield_1/,
  ],
  [
    'the filter event.issue.key.startWith("A")',
    filtered('event.issue.key.startWith("A")'),
    'modules.trigger.issue-changed.filter.expression',
    /no method startWith/,
  ],
  [
    'the filter event.changelog.items.any(i => i.field == "status")',
    filtered('event.changelog.items.any(i => i.field == "status")'),
    'modules.trigger.issue-changed.filter.expression',
    /no method any/,
  ],
  [
    'the filter event.changelog.items.some(i => j.field == "status")',
    filtered('event.changelog.items.some(i => j.field == "status")'),
    'modules.trigger.issue-changed.filter.expression',
    /there is no j/,
  ],
  [
    'a filter of another event of Jira that names what it does not have',
    slipped(({ modules }) => {
      modules.trigger[0].events = ['avi:jira:created:worklog', 'avi:jira:created:issuelink'];
      modules.trigger[0].filter = { expression: 'event.issueId == "1"' };
    }),
    'modules.trigger.issue-changed.filter.expression',
    /event has no issueId/,
  ],
  [
    'a filter of one event that names what only another has',
    filtered('true', { eventType: 'avi:jira:created:issue', filter: { expression: 'event.comment.id == "1"' } }),
    'modules.trigger.issue-changed.filter.expression',
    /event has no comment/,
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
    'an index of what may be anything',
    slipped(({ app }) => app.storage.entities[0].indexes.push({ name: 'by-body', range: ['id'], partition: ['body'] })),
    'app.storage.entities.definition.indexes.by-body',
    /body is of the type any/,
  ],
  [
    'an index named after what may be anything',
    slipped(({ app }) => app.storage.entities[0].indexes.push('body')),
    'app.storage.entities.definition.indexes.body',
    /body is of the type any/,
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
  ['a handler that is a number', running('export const run = 5;'), 'modules.function.on-issue-changed', /no function/],
  [
    'a handler that is a thing made by new',
    running('export const run = new Map();'),
    'modules.function.on-issue-changed',
    /no function/,
  ],
  ['a handler that is a list', running('export const run = [1];'), 'modules.function.on-issue-changed', /no function/],
  ['a handler that is a class', running('export class run {}'), 'modules.function.on-issue-changed', /no function/],
  [
    'a handler that is a value passed on',
    running('const run = {} as const; export { run };'),
    'modules.function.on-issue-changed',
    /no function/,
  ],
  [
    'a handler that stands only in a comment',
    running('// export function run() {}'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that is exported under another name',
    running('const run = () => 1; export { run as other };'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that is a type',
    running('export type { run } from "./x"; export { type run };'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that is an interface',
    running('interface run {} export { run };'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that is only declared',
    running('export declare const run: () => void; export declare function run(): void;'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that only another file exports',
    running('import { run } from "./other";'),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler that no file of that name exports',
    handled('slip.run', { 'slip.ts': 'export * from "./more";', 'more.ts': 'export default () => 1;' }),
    'modules.function.on-issue-changed',
    /exports no run/,
  ],
  [
    'a handler in the index of a folder',
    handled('slip.run', { 'slip/index.ts': 'export const run = () => 1;' }),
    'modules.function.on-issue-changed',
    /no src.slip/,
  ],
  [
    'a handler in a file that Atlassian does not read',
    handled('slip.run', { 'slip.mjs': 'export const run = () => 1;' }),
    'modules.function.on-issue-changed',
    /no src.slip/,
  ],
  ['the handler "events.a(b"', handled('events.a(b', {}), 'modules.function.on-issue-changed', /is no handler/],
  [
    'the handler "events.onIssueChanged.x"',
    handled('events.onIssueChanged.x', {}),
    'modules.function.on-issue-changed',
    /is no handler/,
  ],
  ['the handler "events"', handled('events', {}), 'modules.function.on-issue-changed', /is no handler/],
  ['the handler ""', handled('', {}), 'modules.function.on-issue-changed', /is no handler/],
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

const misshapen: readonly (readonly [what: string, app: AppReading, place: string, reason: string])[] = [
  [
    'events given as a text',
    slipped(({ modules }) => {
      modules.trigger[0].events = 'avi:jira:created:issue';
    }),
    'modules.trigger.issue-changed.events',
    'must be a list, and there is "avi:jira:created:issue"',
  ],
  [
    'an event without a type',
    slipped(({ modules }) => modules.trigger[0].events.push({ filter: {} })),
    'modules.trigger.issue-changed.events.3.eventType',
    'is missing',
  ],
  ['no runtime', slipped(({ app }) => delete app.runtime), 'app.runtime', 'is missing'],
  [
    'no modules',
    { ...ours, manifest: { app: ours.manifest.app } as unknown as AppReading['manifest'] },
    'modules',
    'is missing',
  ],
  [
    'a module that is a map',
    slipped(({ modules }) => {
      modules['jira:issuePanel'] = modules['jira:issuePanel'][0];
    }),
    'modules.jira:issuePanel',
    'must be a list, and there is a map',
  ],
  [
    'a function without a handler',
    slipped(({ modules }) => delete modules.function[0].handler),
    'modules.function.on-issue-changed.handler',
    'is missing',
  ],
  [
    'an index whose range is a text',
    slipped(({ app }) => {
      app.storage.entities[0].indexes[0].range = 'id';
    }),
    'app.storage.entities.definition.indexes.by-kind.range',
    'must be a list, and there is "id"',
  ],
  [
    'no manifest at all',
    { ...ours, manifest: null as unknown as AppReading['manifest'] },
    'manifest.yml',
    'must be a map, and there is null',
  ],
];

test.each(misshapen)('%s is told, and nothing else', (_what, app, place, reason) => {
  expect(manifestFaults(app)).toEqual([{ place, reason }]);
});

const exporting: readonly (readonly [what: string, text: string])[] = [
  ['a function', 'export async function run() {}'],
  ['a typed constant', 'export const run: () => number = () => 1;'],
  ['a variable', 'export var run = () => 1;'],
  ['a part of a thing', 'export const { run, other: { deep: [second] } } = make();'],
  ['another name', 'const a = () => 1; export { a as run };'],
  ['what another file exports', 'export * from "./events2";'],
  ['what another file exports under another name', 'export { start as run } from "./events2.js";'],
  ['what a folder exports', 'export { run } from "./folder";'],
  ['whatever a package exports', 'export * from "some-package";'],
  ['an imported function', 'import { run } from "some-package"; export { run };'],
  ['a function beside a type of its name', 'type run = 1; export { run }; function run() {}'],
  ['a property of exports', 'exports.run = () => 1;'],
  ['a property of module.exports', 'module.exports.run = () => 1;'],
  ['a member of module.exports', 'const run = () => 1; module.exports = { run };'],
];

test.each(exporting)('a handler may be %s', (_what, text) => {
  const other = 'export const run = () => 1; export const start = run;';
  expect(
    manifestFaults(handled('slip.run', { 'slip.ts': text, 'events2.ts': other, 'folder/index.ts': other })),
  ).toEqual([]);
});

test.each(['sub/slip.ts', 'sub/slip.jsx', 'sub/slip.cjs'])('a handler may stand in %s', (file) => {
  expect(manifestFaults(handled('sub/slip.run', { [file]: 'export const run = () => 1;' }))).toEqual([]);
});

test('a handler may be what a file exports by default', () => {
  expect(manifestFaults(handled('slip.default', { 'slip.ts': 'export default () => 1;' }))).toEqual([]);
});

test.each([
  "event.issue.fields?.issueType.name == 'Bug'",
  'event.issue.fields.customfield_10010 != null && event.selfGenerated == false',
  "event.changelog.items.some(item => item.field == 'status' && item.toString.toLowerCase().includes('done'))",
  "let items = event.changelog?.items; items != null && items.map(i => i.fieldId).includes('priority')",
  "event.eventType == 'avi:jira:commented:issue' && event.comment.jsdPublic",
  "JSON.stringify(event.context).length > Number('3')",
])('the filter %s names what there is', (expression) => {
  expect(manifestFaults(filtered(expression))).toEqual([]);
});

test('an event of which nobody says what it has may have anything', () => {
  expect(manifestFaults(filtered("event.content.title == 'Plan'", 'avi:confluence:created:page'))).toEqual([]);
});

test('names of one event of a trigger may be named for all of its events', () => {
  const named = "event.worklog.timeSpentSeconds > 60 || event.property.key == 'a' || event.issue.key == 'A-1'";
  expect(manifestFaults(filtered(named, 'avi:jira:created:worklog', 'avi:jira:set:issue-property'))).toEqual([]);
});

test('a package named in a comment is not imported', () => {
  expect(manifestFaults(withSource("// import ForgeUI from '@forge/ui';"))).toEqual([]);
});

test('a resource of UI Kit is a source file and has no page', () => {
  const app = slipped(({ resources }) => resources.push({ key: 'front', path: 'src/front.tsx' }));
  expect(manifestFaults(app)).toEqual([]);
});

test('apps as others write them have none, but for the web trigger that answers as it likes', () => {
  const foreign = { ...readApp(resolve('test/foreign-app')), pages: new Map([['panel', '']]) };
  const tiny = manifestFaults(readApp(resolve('test/tiny-app')));
  expect(manifestFaults(foreign)).toEqual([]);
  expect(tiny.map(({ place }) => place)).toEqual(['modules.webtrigger.knock.response']);
});

type Path = readonly string[];

const pathsIn = (value: unknown, path: Path = []): readonly Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
    : []),
];

/** A copy in which something else stands at a path, or nothing. */
function replaced(value: unknown, [key, ...path]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (path.length === 0 && other === undefined) delete copy[key];
  else copy[key] = replaced(copy[key], path, other);
  return copy;
}

test('whatever stands anywhere in a manifest, nothing is thrown', () => {
  const tiny = readApp(resolve('test/tiny-app'));
  const strange = [undefined, null, 'text', 5, true, [], {}, [null], [5], ['text'], [{}], { a: null }, { a: [null] }];
  const manifests = pathsIn(tiny.manifest).flatMap((path) => strange.map((it) => replaced(tiny.manifest, path, it)));
  for (const manifest of manifests)
    expect(() => manifestFaults({ ...tiny, manifest: manifest as AppReading['manifest'] })).not.toThrow();
});
