import { permissions } from '@fettle/access/permissions';
import { calendarContract } from '@fettle/calendar/contract';
import { healthContract } from '@fettle/health/contract';
import { incidentContract, intakeContract, overrideContract } from '@fettle/incident/contract';
import type { Contract } from '@fettle/rpc/contract';
import { setUpContract } from '@fettle/set-up/contract';
import { definitionContract, serviceLevelContract } from '@fettle/sla/contract';

const calls: Contract = {
  ...serviceLevelContract,
  ...incidentContract,
  ...overrideContract,
  ...setUpContract,
  ...calendarContract,
  ...definitionContract,
  ...healthContract,
  ...intakeContract,
};

test('every row of the permission table decides over some call', () => {
  const used = new Set(Object.values(calls).map(({ permission }) => permission));
  expect([...used].sort()).toEqual(Object.keys(permissions).sort());
});

test.each(Object.entries(calls))('the call %s says which issue its permission is asked for', (_name, call) => {
  expect(call.issueOf !== undefined).toBe(permissions[call.permission].of === 'issue');
});
