import { jiraRoutes } from '../../../devsite/jira/routes';
import { callsByMatter } from '../../described/all-calls';
import { exceptions } from '../../described/exceptions';

const called = Object.values(callsByMatter).flatMap(Object.keys);

test('every simulated operation has a call that is held against its description, and one alone', () => {
  expect([...called].sort()).toEqual(jiraRoutes.map(({ operationId }) => operationId).sort());
});

test('an exception is made for simulated operations alone, and says why', () => {
  const strange = exceptions.flatMap(({ of }) => of).filter((operationId) => !called.includes(operationId));
  expect(strange).toEqual([]);
  for (const { why } of exceptions) expect(why).toMatch(/^[A-Z].{20,}[.)]$/s);
});
