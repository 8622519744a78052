import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Limit } from '../../devsite/limits/limit';
import { type LimitName, limitsTable } from '../../devsite/limits/limits-table';
import type { Tried } from '../limits/attempt';
import { deployTried } from '../limits/deploy-attempts';
import { invocationTried } from '../limits/invocation-attempts';
import { asyncTried } from '../limits/queue-attempts';
import { restTried } from '../limits/rest-attempts';
import { storeTried } from '../limits/store-attempts';
import { removePlatform } from './kvs-through-forge';

jest.setTimeout(120_000);

afterEach(removePlatform);

/** Does what each limit limits; a limit without its pair does not compile. */
const tried: Readonly<Record<LimitName, Tried>> = {
  ...invocationTried,
  ...storeTried,
  ...asyncTried,
  ...restTried,
  ...deployTried,
};

test.each(Object.keys(tried) as LimitName[])('%s is taken at its limit, and refused one over it', async (name) => {
  const { attempt, refused } = tried[name];
  const { most } = limitsTable[name];
  expect(await attempt(most)).toBe('taken');
  expect(await attempt(most + 1)).toBe(refused);
});

test('a limit that is tried elsewhere names a test that is there', () => {
  const elsewhere = Object.values<Limit>(limitsTable).flatMap((limit) => limit.tried ?? []);
  expect(elsewhere.filter((file) => !existsSync(join(__dirname, file)))).toEqual([]);
});
