import { permissions } from '@fettle/access/permissions';
import { everyCall } from '../../builders/every-call';

const calls = everyCall();

test('every row of the permission table decides over some call', () => {
  const used = new Set(Object.values(calls).map(({ permission }) => permission));
  expect([...used].sort()).toEqual(Object.keys(permissions).sort());
});

test.each(Object.entries(calls))('the call %s says which issue its permission is asked for', (_name, call) => {
  expect(call.issueOf !== undefined).toBe(permissions[call.permission].of === 'issue');
});
