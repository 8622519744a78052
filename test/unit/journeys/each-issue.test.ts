import { eachIssue } from '@fettle/journeys/each-issue';

const issues = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i + 1) }));
const refused = (status: number) => Object.assign(new Error(`Jira answered ${status}`), { status });

/** Does the work for so many issues; answers which were tried, and how it ended. */
async function tried(count: number, fails: (id: number) => Error | undefined, bad: readonly string[] = []) {
  const ids: number[] = [];
  const work = async ({ id }: { readonly id: string }) => {
    ids.push(Number(id));
    const error = fails(Number(id));
    if (error) throw error;
  };
  const end = await eachIssue(issues(count), work, new Set(bad)).catch((error: Error) => error.message);
  return { ids, end: typeof end === 'string' ? end : [...end.keys()] };
}

describe('work for one issue after the other', () => {
  test('tells which failed, though it be all of them, each in its own way', async () => {
    const { end } = await tried(9, (id) => new Error(`bad in its own way: ${id}`));
    expect(end).toHaveLength(9);
  });

  test('tells which failed where a few fail alike', async () => {
    expect((await tried(4, () => new Error('too large'))).end).toEqual(['1', '2', '3', '4']);
  });

  test('tells which failed where many fail alike and one does not', async () => {
    expect((await tried(9, (id) => (id === 9 ? undefined : new Error('too large')))).end).toHaveLength(8);
  });

  test('throws where five and no others are tried and fail alike', async () => {
    expect((await tried(5, () => new Error('out of order'))).end).toBe('out of order');
  });

  test('tells which failed where all of five fail as they did before', async () => {
    const { end } = await tried(5, () => new Error('too large'), ['1', '2', '3', '4', '5']);
    expect(end).toHaveLength(5);
  });

  test.each([429, 401])('throws at the first that Jira answers %i', async (status) => {
    const { ids, end } = await tried(5, (id) => (id === 2 ? refused(status) : undefined));
    expect({ ids, end }).toEqual({ ids: [1, 2], end: `Jira answered ${status}` });
  });

  test('throws at the second in a row for which Jira fails', async () => {
    const { ids, end } = await tried(5, (id) => (id >= 2 ? refused(503) : undefined));
    expect({ ids, end }).toEqual({ ids: [1, 2, 3], end: 'Jira answered 503' });
  });

  test('goes past one for which Jira fails, and past those for which it failed before', async () => {
    expect((await tried(5, (id) => (id === 2 || id === 4 ? refused(500) : undefined))).end).toEqual(['2', '4']);
    expect((await tried(5, (id) => (id < 4 ? refused(500) : undefined), ['1', '2'])).end).toEqual(['1', '2', '3']);
  });
});
