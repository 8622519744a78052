import { anIncident, aSmallJira, aSmallSeed, type SmallJira } from '../builders/a-small-jira';

const path = '/rest/api/3/bulk/issues/fields';

const issues = ['OPS-1', 'OPS-2', 'OPS-3'];

function withIssues(): SmallJira {
  const seed = aSmallSeed();
  const bulk = [{ user: 'ann' }, { user: 'cid' }];
  const jira = aSmallJira({ ...seed, permissions: { ...seed.permissions, BULK_CHANGE: bulk } });
  for (const labels of [['a'], ['b'], []]) jira.ann.post('/rest/api/3/issue', anIncident({ labels }));
  jira.events.length = 0;
  jira.clock.at += 60_000;
  return jira;
}

interface Asked {
  readonly input: Readonly<Record<string, unknown>>;
  readonly actions: readonly string[];
  readonly names?: readonly string[];
  readonly by?: string;
}

const submit = (jira: SmallJira, { input, actions, names = issues, by = 'ann' }: Asked) =>
  jira.ask(by, 'POST', path, {
    editedFieldsInput: input,
    selectedActions: actions,
    selectedIssueIdsOrKeys: names,
    sendBulkNotification: false,
  });

/** The progress of what was submitted, once its time is over. */
function ended(jira: SmallJira, asked: Asked) {
  const { taskId } = submit(jira, asked).body as { taskId: string };
  jira.clock.at += 60_000;
  return jira.ann.get(`/rest/api/3/bulk/queue/${taskId}`);
}

const fieldOf = (jira: SmallJira, key: string, id: string) =>
  jira.ann.get(`/rest/api/3/issue/${key}?fields=${id}`).fields[id];

const idOf = (jira: SmallJira, name: string): string =>
  jira.ann.get('/rest/api/3/field').find((field: { name: string }) => field.name === name).id;

const optionOf = (jira: SmallJira, field: string, value: string): number => {
  const { fields } = jira.ann.get('/rest/api/3/issue/OPS-1/editmeta');
  return Number(fields[field].allowedValues.find((option: { value: string }) => option.value === value).id);
};

const priority = { input: { priority: { priorityId: '1' } }, actions: ['priority'] };

describe('issues edited in bulk', () => {
  test('change together, each with a history and an event of its own', () => {
    const jira = withIssues();
    expect(ended(jira, priority)).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [10_000, 10_001, 10_002],
      failedAccessibleIssues: {},
      totalIssueCount: 3,
    });
    for (const key of issues) expect(fieldOf(jira, key, 'priority').name).toBe('Highest');
    expect(jira.events.map(({ eventType, actor }) => [eventType, actor])).toEqual(
      issues.map(() => ['avi:jira:updated:issue', 'ann']),
    );
    expect(jira.ann.get('/rest/api/3/issue/OPS-2?expand=changelog').changelog.total).toBe(1);
  });

  test('that hold the value already are left alone', () => {
    const jira = withIssues();
    ended(jira, priority);
    jira.events.length = 0;
    expect(ended(jira, priority).processedAccessibleIssues).toHaveLength(3);
    expect(jira.events).toEqual([]);
  });

  test('take values of every kind in one history', () => {
    const jira = withIssues();
    const [size, note, count, since, owner, team] = ['Size', 'Note', 'Count', 'Since', 'Owner', 'Team'].map((name) =>
      idOf(jira, name),
    ) as [string, string, string, string, string, string];
    const input = {
      singleSelectFields: [{ fieldId: size, option: { optionId: optionOf(jira, size, 'Small') } }],
      singleLineTextFields: [{ fieldId: note, text: 'As agreed' }],
      clearableNumberFields: [{ fieldId: count, value: 4 }],
      dateTimePickerFields: [{ fieldId: since, dateTime: { formattedDateTime: '2026-01-02T10:00:00.000Z' } }],
      datePickerFields: [{ fieldId: 'duedate', date: { formattedDate: '3/Feb/26' } }],
      singleSelectClearableUserPickerFields: [
        { fieldId: owner, user: { accountId: 'bob' } },
        { fieldId: 'assignee', user: { accountId: 'bob' } },
      ],
      singleGroupPickerFields: [{ fieldId: team, group: { groupName: 'staff' } }],
    };
    const actions = [size, note, count, since, owner, team, 'duedate', 'assignee'];
    expect(ended(jira, { input, actions, names: ['OPS-1'] }).failedAccessibleIssues).toEqual({});
    const { fields } = jira.ann.get('/rest/api/3/issue/OPS-1');
    expect(fields).toMatchObject({
      [size]: { value: 'Small' },
      [note]: 'As agreed',
      [count]: 4,
      [owner]: { accountId: 'bob' },
      [team]: { name: 'staff' },
      duedate: '2026-02-03',
      assignee: { accountId: 'bob' },
    });
    expect(jira.events.map(({ eventType }) => eventType)).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
    ]);
  });

  test('are emptied as the description says', () => {
    const jira = withIssues();
    const [size, note] = [idOf(jira, 'Size'), idOf(jira, 'Note')];
    jira.ann.put('/rest/api/3/issue/OPS-1', {
      fields: { [size]: { value: 'Large' }, [note]: 'x', assignee: { accountId: 'bob' } },
    });
    const input = {
      singleSelectFields: [{ fieldId: size, option: { optionId: -1 } }],
      singleLineTextFields: [{ fieldId: note, text: '' }],
      singleSelectClearableUserPickerFields: [{ fieldId: 'assignee', user: null }],
    };
    ended(jira, { input, actions: [size, note, 'assignee'] });
    expect(jira.ann.get('/rest/api/3/issue/OPS-1').fields).toMatchObject({
      [size]: null,
      [note]: null,
      assignee: null,
    });
  });

  test.each([
    ['ADD', [['a', 'c'], ['b', 'c'], ['c']]],
    ['REMOVE', [['a'], ['b'], []]],
    ['REPLACE', [['c'], ['c'], ['c']]],
    ['REMOVE_ALL', [[], [], []]],
  ])('have their labels changed by %s', (option, expected) => {
    const jira = withIssues();
    const labels = option === 'REMOVE_ALL' ? [] : [{ name: 'c' }];
    const input = { labelsFields: [{ fieldId: 'labels', bulkEditMultiSelectFieldOption: option, labels }] };
    ended(jira, { input, actions: ['labels'] });
    expect(issues.map((key) => fieldOf(jira, key, 'labels'))).toEqual(expected);
  });

  test('fail one by one where the caller may not edit them, or the value is unfit', () => {
    const jira = withIssues();
    jira.cid.post('/rest/api/3/issue', anIncident());
    const names = [...issues, 'OPS-4', 'OPS-77'];
    expect(ended(jira, { ...priority, names, by: 'cid' })).toMatchObject({
      processedAccessibleIssues: [10_003],
      failedAccessibleIssues: { 10000: [expect.stringContaining('permission')] },
      invalidOrInaccessibleIssueCount: 1,
      totalIssueCount: 5,
    });
    const unknown = { input: { priority: { priorityId: '99' } }, actions: ['priority'] };
    expect(ended(jira, unknown).failedAccessibleIssues).toMatchObject({ 10000: ['The priority selected is invalid.'] });
  });

  test('are a thousand at most', () => {
    const jira = withIssues();
    const made = Array.from({ length: 20 }, () => ({ issueUpdates: Array.from({ length: 50 }, () => anIncident()) }));
    for (const body of made) jira.ann.post('/rest/api/3/issue/bulk', body);
    jira.events.length = 0;
    const names = Array.from({ length: 1_001 }, (_, at) => `OPS-${at + 1}`);
    expect(submit(jira, { ...priority, names }).status).toBe(400);
    expect(ended(jira, { ...priority, names: names.slice(0, 1_000) }).processedAccessibleIssues).toHaveLength(1_000);
    expect(jira.events).toHaveLength(1_000);
  });

  test.each([
    ['fields that are not selected', { input: { issueType: { issueTypeId: '1' } }, actions: ['priority'] }, 400],
    ['selected fields without a value', { ...priority, actions: ['priority', 'labels'] }, 400],
    ['no fields', { input: {}, actions: [] }, 400],
    ['more than 200 fields', { input: {}, actions: Array.from({ length: 201 }, (_, at) => `f${at}`) }, 400],
    ['no issues', { ...priority, names: [] }, 400],
    ['what there is not', { input: { nothing: {} }, actions: ['nothing'] }, 400],
    ['what only this site lacks', { input: { status: { statusId: '1' } }, actions: ['status'] }, 501],
    ['without the permission to make bulk changes', { ...priority, by: 'bob' }, 400],
  ])('are refused: %s', (_what, asked, status) => {
    const jira = withIssues();
    expect(submit(jira, asked as Asked).status).toBe(status);
    expect(jira.events).toEqual([]);
  });
});

describe('the fields that can be edited in bulk', () => {
  const asked = (jira: SmallJira, query: string, by = 'ann') => jira.ask(by, 'GET', `${path}?${query}`);

  test('are those that all issues have on their screens, with what can be chosen', () => {
    const jira = withIssues();
    jira.ann.post('/rest/api/3/issue', {
      fields: { project: { key: 'BIZ' }, issuetype: { name: 'Task' }, summary: 'x' },
    });
    const { fields } = asked(jira, 'issueIdsOrKeys=OPS-1,BIZ-1').body as { fields: readonly { id: string }[] };
    const field = (id: string) => fields.find((each) => each.id === id);
    expect(field('priority')).toMatchObject({
      name: 'Priority',
      type: 'priority',
      isRequired: false,
      fieldOptions: expect.arrayContaining([{ id: '1', priority: 'Highest' }]),
    });
    expect(field('labels')).toMatchObject({ multiSelectFieldOptions: ['ADD', 'REMOVE', 'REPLACE', 'REMOVE_ALL'] });
    expect(field('assignee')).toMatchObject({ searchUrl: expect.stringContaining('projectKeys=OPS,BIZ&query=') });
    expect(field(idOf(jira, 'Size'))).toMatchObject({
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
      fieldOptions: [{ value: 'Large' }, { value: 'Small' }],
    });
    expect(field('resolution')).toBeUndefined();
  });

  test('are found by words, and come in pages', () => {
    const jira = withIssues();
    expect(asked(jira, 'issueIdsOrKeys=OPS-1&searchText=prior').body).toMatchObject({ fields: [{ id: 'priority' }] });
    const all = asked(jira, 'issueIdsOrKeys=OPS-1').body as { fields: readonly { id: string }[] };
    const second = all.fields[1]?.id ?? '';
    const rest = asked(jira, `issueIdsOrKeys=OPS-1&startingAfter=${second}`).body as typeof all;
    expect(rest.fields).toEqual(all.fields.slice(2));
    const first = asked(jira, `issueIdsOrKeys=OPS-1&endingBefore=${second}`).body as typeof all;
    expect(first).toMatchObject({ fields: all.fields.slice(0, 1), startingAfter: all.fields[0]?.id });
  });

  test('are refused to who may not make bulk changes, and are none where the caller may edit nothing', () => {
    const jira = withIssues();
    expect(asked(jira, 'issueIdsOrKeys=OPS-1', 'bob').status).toBe(403);
    expect(asked(jira, 'issueIdsOrKeys=OPS-1', 'cid').status).toBe(404);
    expect(asked(jira, 'issueIdsOrKeys=').status).toBe(400);
  });
});
