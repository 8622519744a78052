import type { Choices } from '@fettle/set-up/domain/choices';
import { levelsOf, pausingStatuses, prioritiesOf } from '@fettle/set-up/domain/levels';
import { mappingOf } from '@fettle/set-up/domain/mapping-of';
import type { SiteReading } from '@fettle/set-up/domain/reading';
import { removals } from '@fettle/set-up/domain/removal';
import { planOf } from '@fettle/set-up/domain/stages';
import { marked } from '@fettle/set-up/domain/wish';
import { aField, anEmptySite, aProject, options } from '../../builders/a-site-reading';

const noChoices: Choices = { items: {}, levels: {} };
const choosing = (items: Choices['items']): Choices => ({ ...noChoices, items });

const itemOf = (reading: SiteReading, id: string, choices = noChoices) => {
  const item = planOf(reading, choices).items.find((each) => each.id === id);
  if (!item) throw new Error(`The plan has no ${id}.`);
  return item;
};
const owed = (reading: SiteReading, choices = noChoices) =>
  planOf(reading, choices).stages.flatMap((stage) => (stage.state === 'owed' ? [stage.step] : []));

const incident = (changed = {}) => ({
  id: '7',
  name: 'Incident',
  description: '',
  isSubtask: false,
  projectId: undefined,
  ...changed,
});

describe('on an empty site', () => {
  test('everything is made, and a project to work in', () => {
    const { items } = planOf(anEmptySite(), noChoices);
    expect(items.map(({ id, verdict }) => `${verdict} ${id}`)).toEqual([
      'create type:incident',
      'create type:problem',
      'create type:change',
      'create type:service-request',
      'create field:impact',
      'create field:urgency',
      'create field:affected-services',
      'create field:pending-reason',
      'create field:expected-resume',
      'create link:caused-by',
      'create link:resolved-by-change',
      'create project:new',
    ]);
  });

  test('what needs nothing else is owed at once, the rest waits for it', () => {
    const { stages } = planOf(anEmptySite(), noChoices);
    expect(stages.find(({ id }) => id === 'type:incident')?.state).toBe('owed');
    expect(stages.find(({ id }) => id === 'field:impact:options')?.state).toBe('waiting');
    expect(stages.find(({ id }) => id === 'project:new')?.state).toBe('waiting');
  });

  test('a status that is there is taken for the workflow', () => {
    const made = owed(anEmptySite()).find((step) => step.do === 'create-statuses');
    expect(made?.do === 'create-statuses' && made.statuses.map(({ name }) => name)).toEqual([
      'New',
      'Pending',
      'Resolved',
      'Closed',
    ]);
  });

  test('nothing but what was chosen is left out', () => {
    const choices = choosing({ 'link:caused-by': 'leave', 'project:new': 'leave' });
    expect(owed(anEmptySite(), choices).map((step) => step.do)).toEqual([
      ...Array(4).fill('create-issue-type'),
      ...Array(5).fill('create-field'),
      'create-link-type',
    ]);
  });
});

describe('on a site that people live in', () => {
  test.each([
    ['Incident', 'same-name'],
    ['IT incident', 'other-name'],
    ['[System] Incident', 'other-name'],
  ])('its issue type %s is adopted', (name, code) => {
    const item = itemOf(anEmptySite({ issueTypes: [incident({ name })] }), 'type:incident');
    expect(item).toMatchObject({ verdict: 'adopt', target: { id: '7' }, reason: { code } });
  });

  test('a subtask or a team’s own type by that name is no issue type for everybody', () => {
    const issueTypes = [incident({ isSubtask: true }), incident({ id: '8', projectId: '10001' })];
    expect(itemOf(anEmptySite({ issueTypes }), 'type:incident')).toMatchObject({
      verdict: 'create',
      reason: { code: 'in-team-managed-only' },
    });
  });

  test.each([
    ['a text field', aField({ id: 'customfield_1', name: 'Impact', type: 'other' }), 'other-shape'],
    ['a choice of one', aField({ id: 'customfield_1', name: 'Impact', contexts: options('Yes') }), 'too-few-options'],
  ])('%s called Impact is let be, and ours gets another name', (_what, field, code) => {
    const site = anEmptySite({ fields: [field] });
    expect(itemOf(site, 'field:impact')).toMatchObject({
      verdict: 'create',
      name: 'Incident impact',
      reason: { code, of: 'Impact' },
    });
    expect(owed(site)).toContainEqual(expect.objectContaining({ do: 'create-field', name: 'Incident impact' }));
  });

  test('a choice field called Severity is adopted as the impact', () => {
    const field = aField({ id: 'customfield_1', name: 'Severity', contexts: options('S1', 'S2', 'S3', 'S4') });
    const site = anEmptySite({ fields: [field] });
    expect(itemOf(site, 'field:impact')).toMatchObject({ verdict: 'adopt', target: { id: 'customfield_1' } });
  });

  test('a status that means something else gets a neighbour, not a new meaning', () => {
    const odd = { id: '9', name: 'Resolved', description: '', category: 'IN_PROGRESS', projectId: undefined } as const;
    const site = anEmptySite({ statuses: [odd] });
    expect(owed(site).find((step) => step.do === 'create-statuses')).toMatchObject({
      statuses: expect.arrayContaining([expect.objectContaining({ name: 'Resolved ticket', category: 'DONE' })]),
    });
  });

  test('a project that has incidents is taken in, and no other is made', () => {
    const site = anEmptySite({ issueTypes: [incident()], projects: [aProject({ issueTypeIds: ['7'] })] });
    expect(itemOf(site, 'project:10000')).toMatchObject({ verdict: 'adopt', reason: { code: 'has-incidents' } });
    expect(itemOf(site, 'project:new')).toMatchObject({ verdict: 'leave', reason: { code: 'site-has-a-desk' } });
  });

  test('the screens of its incidents get the fields that they lack, once they are there', () => {
    const screen = { id: '3', name: 'Screen', description: '', tabId: '30', fieldIds: ['customfield_1'] };
    const site = anEmptySite({
      issueTypes: [incident()],
      fields: [aField({ id: 'customfield_1', name: 'Impact', contexts: options('1', '2', '3') })],
      screens: [screen],
      projects: [aProject({ issueTypeIds: ['7'], screenIds: ['3'] })],
    });
    const states = planOf(site, noChoices).stages.filter(({ id }) => id.startsWith('project:10000:screen'));
    expect(states.map(({ id, state }) => [id.split(':').slice(4).join(':'), state])).toEqual([
      ['field:impact', 'done'],
      ['field:urgency', 'waiting'],
      ['field:affected-services', 'waiting'],
      ['field:pending-reason', 'waiting'],
      ['field:expected-resume', 'waiting'],
    ]);
  });

  test('a team-managed project is taken in by its own type, and what cannot be had there is said', () => {
    const site = anEmptySite({
      issueTypes: [incident({ id: '8', projectId: '10001' })],
      projects: [aProject({ id: '10001', key: 'TEAM', style: 'team-managed', issueTypeIds: ['8'] })],
    });
    expect(itemOf(site, 'project:10001')).toMatchObject({
      verdict: 'adopt',
      notes: [{ code: 'no-priority-matrix' }, { code: 'no-workflow' }, { code: 'no-screens' }],
    });
    const { items } = planOf(site, noChoices);
    expect(mappingOf(items, site, noChoices).incidentTypes).toEqual(['8']);
  });

  test('what was chosen and is gone is left, and said so', () => {
    const item = itemOf(anEmptySite(), 'type:incident', choosing({ 'type:incident': 'adopt:99' }));
    expect(item).toMatchObject({ verdict: 'leave', reason: { code: 'not-there-any-more' } });
  });

  test('a key that is taken makes no second project', () => {
    const site = anEmptySite({ projects: [aProject({ key: 'ITSD' })] });
    expect(itemOf(site, 'project:new')).toMatchObject({ verdict: 'leave', reason: { code: 'key-taken', of: 'ITSD' } });
  });
});

describe('a field that bears nearly the name of ours', () => {
  const near = (changed: Parameters<typeof aField>[0]) => anEmptySite({ fields: [aField(changed)] });

  test('and fits is adopted, where it is a name we know', () => {
    const site = near({ id: 'customfield_1', name: 'Affected service', type: 'multiselect' });
    expect(itemOf(site, 'field:affected-services')).toMatchObject({
      verdict: 'adopt',
      reason: { code: 'other-name', of: 'Affected service' },
      notes: [],
    });
  });

  test.each(['Service affected', 'Affected service(s)', 'affected-service', 'Services, affected'])(
    'as %s does, is named with what can be done about it',
    (name) => {
      const site = near({ id: 'customfield_1', name, type: 'multiselect' });
      expect(itemOf(site, 'field:affected-services')).toMatchObject({
        verdict: 'create',
        notes: [{ code: 'near-name-fits', of: name }],
      });
    },
  );

  test('and is of another kind is named, and why it is not taken', () => {
    const site = near({ id: 'customfield_1', name: 'Affected service', type: 'other' });
    expect(itemOf(site, 'field:affected-services')).toMatchObject({
      verdict: 'create',
      notes: [{ code: 'near-name', of: 'Affected service' }],
    });
  });

  test('stands beside one that Fettle made, and can be adopted in its place', () => {
    const ours = { id: 'customfield_1', name: 'Affected services', description: marked('The services.') };
    const theirs = { id: 'customfield_2', name: 'Affected service' };
    const site = anEmptySite({ fields: [ours, theirs].map((field) => aField({ ...field, type: 'multiselect' })) });
    const { verdict, notes, offers } = itemOf(site, 'field:affected-services');
    expect({ verdict, notes }).toEqual({
      verdict: 'made',
      notes: [{ code: 'near-name-fits', of: 'Affected service' }],
    });
    expect(offers.map(({ choice }) => choice)).toContain('adopt:customfield_2');
  });
});

describe('the changes that people count', () => {
  const counted = (reading: SiteReading, choices = noChoices) =>
    planOf(reading, choices).items.flatMap(({ id, changes }) => (changes ? [id] : []));

  test('are the lines to create, a project with all that it stands on as one', () => {
    expect(counted(anEmptySite())).toEqual(planOf(anEmptySite(), noChoices).items.map(({ id }) => id));
  });

  test('are a project too whose screens get fields, and nothing that is only adopted', () => {
    const site = anEmptySite({
      issueTypes: [incident()],
      screens: [{ id: '3', name: 'Screen', description: '', tabId: '30', fieldIds: [] }],
      projects: [aProject({ issueTypeIds: ['7'], screenIds: ['3'] })],
    });
    expect(counted(site)).toContain('project:10000');
    expect(counted(site)).not.toContain('type:incident');
  });
});

describe('a plan comes to its end', () => {
  const types = ['type:incident', 'type:problem', 'type:change', 'type:service-request'];
  const leaving = Object.fromEntries(types.map((id) => [id, 'leave']));
  const waitingIn = (reading: SiteReading, choices: Choices) =>
    planOf(reading, choices).stages.filter(({ state }) => state === 'waiting');

  test('where a project is to be extended that was not looked into', () => {
    const site = anEmptySite({ projects: [aProject()] });
    const choices = choosing({
      'project:10000': 'extend',
      'project:new': 'leave',
      ...leaving,
      'type:incident': 'adopt:1',
    });
    expect(waitingIn(site, choices).filter(({ item }) => item === 'project:10000')).toEqual([]);
  });

  test('where every issue type is left out, and so the new project', () => {
    const choices = choosing({ 'project:new': 'create', ...leaving });
    expect(itemOf(anEmptySite(), 'project:new', choices)).toMatchObject({
      verdict: 'leave',
      reason: { code: 'no-types-left' },
    });
    expect(waitingIn(anEmptySite(), choices).filter(({ item }) => item === 'project:new')).toEqual([]);
  });

  test('where a screen of a project has no tab for a field', () => {
    const screen = { id: '3', name: 'Screen', description: '', tabId: undefined, fieldIds: [] };
    const projects = [aProject({ issueTypeIds: ['7'], screenIds: ['3'] })];
    const site = anEmptySite({ issueTypes: [incident()], screens: [screen], projects });
    expect(waitingIn(site, noChoices).filter(({ item }) => item === 'project:10000')).toEqual([]);
  });

  test('where a link type is to be created whose name is another’s', () => {
    const linkTypes = [{ id: '5', name: 'Problem/Incident', inward: 'is found in', outward: 'finds' }];
    const choices = choosing({ 'link:caused-by': 'create' });
    const { verdict, offers } = itemOf(anEmptySite({ linkTypes }), 'link:caused-by', choices);
    expect(verdict).toBe('adopt');
    expect(offers.map(({ choice }) => choice)).not.toContain('create');
  });
});

describe('the plan tells beforehand', () => {
  test('that the workflow comes without our rule where Jira does not offer it', () => {
    expect(itemOf(anEmptySite({ ruleKey: undefined }), 'project:new').notes).toEqual([{ code: 'no-rule' }]);
    expect(itemOf(anEmptySite(), 'project:new').notes).toEqual([]);
  });

  test('how many other projects share the scheme and the screens that are changed', () => {
    const project = aProject({ issueTypeScheme: { id: '1', sharedBy: 3 }, screenIds: ['3'], screensSharedBy: 4 });
    const { notes } = itemOf(
      anEmptySite({ projects: [project] }),
      'project:10000',
      choosing({ 'project:10000': 'extend' }),
    );
    expect(notes).toEqual([
      { code: 'fields-on-screens', count: 1 },
      { code: 'screen-is-shared', count: 3 },
      { code: 'types-in-scheme' },
      { code: 'scheme-is-shared', count: 2 },
    ]);
  });

  test('nothing of other projects where a project shares neither', () => {
    const project = aProject({ issueTypeScheme: { id: '1', sharedBy: 1 }, screenIds: ['3'], screensSharedBy: 1 });
    const { notes } = itemOf(
      anEmptySite({ projects: [project] }),
      'project:10000',
      choosing({ 'project:10000': 'extend' }),
    );
    expect(notes).toEqual([{ code: 'fields-on-screens', count: 1 }, { code: 'types-in-scheme' }]);
  });
});

describe('what the app made before', () => {
  const own = aField({ id: 'customfield_2', name: 'Impact', description: marked('How much.'), contexts: options() });

  test('is known again by its mark', () => {
    expect(itemOf(anEmptySite({ fields: [own] }), 'field:impact')).toMatchObject({ verdict: 'made' });
  });

  test('gets the options it still lacks, and no more once an admin changed them', () => {
    const adding = owed(anEmptySite({ fields: [own] })).find((step) => step.do === 'add-options');
    expect(adding).toEqual({
      do: 'add-options',
      fieldId: 'customfield_2',
      contextId: '1',
      values: ['1 - High', '2 - Medium', '3 - Low'],
    });
    const changed = { ...own, contexts: options('Whole company', 'Department', 'One person') };
    expect(owed(anEmptySite({ fields: [changed] })).map((step) => step.do)).not.toContain('add-options');
  });

  test('alone is taken away again, projects before what they stand on', () => {
    const site = anEmptySite({
      fields: [own, aField({ id: 'customfield_3', name: 'Urgency' })],
      issueTypes: [incident(), incident({ id: '8', name: 'Problem', description: marked('A cause.') })],
      projects: [aProject({ description: marked('Ours.') })],
    });
    expect(removals(site).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'project 10000',
      'field customfield_2',
      'issue-type 8',
    ]);
  });
});

describe('what the app goes by', () => {
  test.each([
    [
      ['a', 'b'],
      [1, 3],
    ],
    [
      ['a', 'b', 'c'],
      [1, 2, 3],
    ],
    [
      ['a', 'b', 'c', 'd'],
      [1, 1, 2, 3],
    ],
    [
      ['a', 'b', 'c', 'd', 'e'],
      [1, 1, 2, 2, 3],
    ],
  ])('%j stand for the levels %j', (values, levels) => {
    const field = aField({ id: 'customfield_1', name: 'Impact', contexts: options(...values) });
    expect(Object.values(levelsOf(field))).toEqual(levels);
  });

  test.each([
    [
      ['Whatever', '1 - High', '2 - Medium', '3 - Low'],
      [0, 1, 2, 3],
    ],
    [
      ['Low', 'Medium', 'High'],
      [3, 2, 1],
    ],
    [
      ['None', 'High', 'Medium', 'Low'],
      [0, 1, 2, 3],
    ],
    [
      ['N/A', 'one', 'two', 'three'],
      [0, 1, 2, 3],
    ],
    [
      ['3', '2', '1'],
      [3, 2, 1],
    ],
    [
      ['Critical', 'Major', 'Minor'],
      [1, 2, 3],
    ],
    [
      ['Minor', 'Major', 'Critical', '-'],
      [3, 2, 1, 0],
    ],
    [
      ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
      [1, 1, 2, 3, 3],
    ],
    [
      ['Extensive / Widespread', 'Significant / Large', 'Moderate / Limited', 'Minor / Localized'],
      [1, 2, 2, 3],
    ],
    [
      ['1 Low', '2 Medium', '3 High'],
      [3, 2, 1],
    ],
    [
      ['10 users', '100 users', 'Everybody'],
      [1, 2, 3],
    ],
  ])('%j stand for the levels %j that their names say, 0 for none', (values, levels) => {
    const field = aField({ id: 'customfield_1', name: 'Impact', contexts: options(...values) });
    expect(Object.values(levelsOf(field))).toEqual(levels);
  });

  test('a chosen level goes before its option’s place', () => {
    const field = aField({ id: 'customfield_1', name: 'Impact', contexts: options('a', 'b', 'c') });
    expect(levelsOf(field, { '100': 2, '999': 1 })).toEqual({ '100': 2, '101': 2, '102': 3 });
  });

  test('fewer than five priorities end with the lowest', () => {
    const priorities = [
      { id: '1', name: 'High' },
      { id: '2', name: 'Normal' },
      { id: '3', name: 'Low' },
    ];
    expect(prioritiesOf(anEmptySite({ priorities }), noChoices)).toEqual(['1', '2', '3', '3', '3']);
  });

  test.each([
    ['Pending', true],
    ['Awaiting vendor', true],
    ['Waiting for customer', true],
    ['On hold', true],
    ['Holding a party', false],
    ['In Progress', false],
  ])('clocks pause in %s: %s', (name, pauses) => {
    const status = { id: '5', name, category: 'IN_PROGRESS' } as const;
    expect(pausingStatuses({ statuses: [status] }, noChoices)).toEqual(pauses ? ['5'] : []);
  });
});
