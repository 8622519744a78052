import { chance } from '../../../devsite/chance';

const drawn = (seed: number) => Array.from({ length: 10_000 }, (_, event) => chance(seed, 'late', event));

describe('chance', () => {
  it('says the same of the same, whatever was asked before', () => {
    const first = chance(1, 'late', 7);
    drawn(1);
    expect(chance(1, 'late', 7)).toBe(first);
  });

  it('says another thing for another seed, word or number', () => {
    const all = [chance(1, 'late', 7), chance(2, 'late', 7), chance(1, 'early', 7), chance(1, 'late', 8)];
    expect(new Set(all).size).toBe(4);
  });

  it('is spread evenly over [0, 1)', () => {
    const tenths = new Array(10).fill(0);
    for (const number of drawn(5)) tenths[Math.floor(number * 10)] += 1;
    for (const share of tenths) expect(Math.abs(share - 1_000)).toBeLessThan(150);
  });

  it('has nothing to do with its neighbours', () => {
    const all = drawn(5);
    const rises = all.filter((number, index) => number > (all[index - 1] ?? 1)).length;
    expect(Math.abs(rises - 5_000)).toBeLessThan(200);
  });
});
