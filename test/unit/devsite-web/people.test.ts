import { peopleOf } from '../../../devsite/web/people';
import { aSmallSeed } from '../../builders/a-small-jira';

test('people are told with the roles they hold, by themselves or by their groups', () => {
  expect(peopleOf(aSmallSeed())).toEqual([
    { accountId: 'ann', displayName: 'Ann Lead', roles: ['Lead'] },
    { accountId: 'bob', displayName: 'Bob Staff', roles: ['Staff'] },
    { accountId: 'cid', displayName: 'Cid Caller', roles: ['Caller'] },
    { accountId: 'eve', displayName: 'Eve Outside', roles: [] },
  ]);
});

test('customers cannot sign in', () => {
  const users = [{ accountId: 'cus', displayName: 'Cus Tomer', accountType: 'customer' as const }];
  expect(peopleOf(aSmallSeed({ users }))).toEqual([]);
});
