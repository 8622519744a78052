import { accountsAtMost, answerReport } from '../../../devsite/platform/personal-data';

const manifest = { permissions: { scopes: ['report:personal-data'] } };
const standingOf = (id: string) => (id.startsWith('gone') ? 'closed' : 'open') as 'open' | 'closed';
const updatedAt = '2026-11-20T09:00:00.000Z';

const reported = (accounts: unknown, asked: typeof manifest = manifest) =>
  answerReport(asked, standingOf, { method: 'POST', path: '/app/report-accounts', body: JSON.stringify({ accounts }) });

describe('a report of personal data', () => {
  test('is taken without a word where every account is open', () => {
    expect(reported([{ accountId: 'ada', updatedAt }])).toEqual({ status: 204 });
  });

  test('is answered with the accounts that were closed, those for tests among them', () => {
    const ids = ['ada', 'gone-1', '5be24ad8b1653240376955d2', '5be24ba3f91c106033269289'];
    expect(reported(ids.map((accountId) => ({ accountId, updatedAt })))).toEqual({
      status: 200,
      body: {
        accounts: [
          { accountId: 'gone-1', status: 'closed' },
          { accountId: '5be24ba3f91c106033269289', status: 'closed' },
        ],
      },
    });
  });

  test.each([
    [
      'more accounts than it takes',
      Array.from({ length: accountsAtMost + 1 }, () => ({ accountId: 'ada', updatedAt })),
    ],
    ['an instant that is none', [{ accountId: 'ada', updatedAt: 'yesterday' }]],
    ['an account id that is none', [{ accountId: 'ada@example.com', updatedAt }]],
    ['no list', 'ada'],
  ])('is refused with %s', (_what, accounts) => {
    expect(reported(accounts).status).toBe(400);
  });

  test('needs its scope', () => {
    expect(() => reported([], { permissions: { scopes: [] } })).toThrow('report:personal-data');
  });
});
