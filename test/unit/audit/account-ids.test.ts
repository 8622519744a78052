import { accountIdsIn, withIdsReplaced } from '@fettle/kernel/account-ids';

describe('account ids', () => {
  test.each([
    ['who decided', { actor: 'ada', at: '2026-11-20T09:00:00.000Z' }, ['ada']],
    [
      'who changed a field of people',
      { by: 'ada', items: [{ field: 'reporter', from: 'carl', to: null }] },
      ['ada', 'carl'],
    ],
    ['the value of a field of people', { values: { reporter: 'carl', priority: '3' } }, ['carl']],
    ['who a condition names', { op: 'in', field: 'assignee', values: ['ada', 'carl'] }, ['ada', 'carl']],
    ['whom an escalation assigns to', { actions: [{ kind: 'assign', accountId: 'ada' }] }, ['ada']],
    [
      'a person in JQL',
      { jql: 'assignee = "712020:0f3a4b5c-1111-2222-3333-444455556666"' },
      ['712020:0f3a4b5c-1111-2222-3333-444455556666'],
    ],
    ['a person in any field', { to: '5be24ad8b1653240376955d2' }, ['5be24ad8b1653240376955d2']],
  ])('are found: %s', (_what, value, ids) => {
    expect([...accountIdsIn(value)]).toEqual(ids);
  });

  test.each([
    ['the app and the policy', [{ actor: 'app' }, { actor: 'policy' }]],
    ['roles', [{ kind: 'comment', by: 'not-reporter' }, { to: 'assignee' }]],
    ['an app that commented', { by: 'app:5d0b1f0e', byApp: true }],
    ['nobody', [{ by: null }, { by: '' }, { by: 'unknown' }]],
    ['whoever was erased', { by: 'person:0123456789abcdef0123456789abcdef' }],
    ['what no account can be called', { actor: "Ada's", by: 'a\u0000b', accountId: 'x'.repeat(129) }],
    ['instants, hashes and keys', { at: '2026-11-20T09:00:00.000Z', hash: 'a'.repeat(64), key: 'clock:10001' }],
  ])('are not seen in %s', (_what, value) => {
    expect([...accountIdsIn(value)]).toEqual([]);
  });

  test('give way to another text wherever they stand by themselves', () => {
    const value = { by: 'abel', says: 'a label of abel, "abel"', list: ['abel', 'abel:1'] };
    expect(withIdsReplaced(value, new Map([['abel', 'x']]))).toEqual({
      by: 'x',
      says: 'a label of x, "x"',
      list: ['x', 'abel:1'],
    });
  });
});
