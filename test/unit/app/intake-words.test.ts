import { lookedAt, shareDone } from '../../../static/app/src/administration/intake-words';

test.each([
  [{ done: 1_200, of: 4_000, rate: 9_000 }, '1,200 of 4,000 looked at, 9,000 an hour', 0.3],
  [{ done: 1_200, rate: 9_000 }, '1,200 looked at, 9,000 an hour', undefined],
  [{ done: 25, of: 25, rate: 40 }, '25 looked at, about to end', 1],
  [{ done: 26, of: 25, rate: 40 }, '26 looked at, about to end', 1],
  [{ done: 0, of: 0, rate: 0 }, 'None found, about to end', 1],
])('%j is told as "%s"', (intake, words, share) => {
  expect([lookedAt(intake), shareDone(intake)]).toEqual([words, share]);
});
