import { excessIn } from '@fettle/rpc/excess';
import * as v from 'valibot';

const Asked = v.object({
  reason: v.optional(v.pipe(v.string(), v.maxLength(5))),
  draft: v.optional(
    v.object({
      name: v.pipe(v.string(), v.maxLength(5)),
      goals: v.pipe(v.array(v.object({ jql: v.pipe(v.string(), v.maxLength(5)) })), v.maxLength(2)),
    }),
  ),
  choices: v.optional(v.object({ items: v.pipe(v.record(v.string(), v.string()), v.maxEntries(1)) })),
});

const excessOf = (asked: unknown) => excessIn(v.safeParse(Asked, asked).issues ?? []);
const goals = (...jqls: readonly string[]) => jqls.map((jql) => ({ jql }));

describe('what is too long in an ask', () => {
  test.each([
    ['a text beside others', { reason: '123456' }, [{ place: 'reason', code: 'too-long', with: '5' }]],
    [
      'texts within what is sent, each at its place',
      { draft: { name: '123456', goals: goals('', '123456') } },
      [
        { place: 'name', code: 'too-long', with: '5' },
        { place: 'goals[1].jql', code: 'too-long', with: '5' },
      ],
    ],
    ['a list', { draft: { name: '', goals: goals('', '', '') } }, [{ place: 'goals', code: 'too-many', with: '2' }]],
    ['a record', { choices: { items: { a: '', b: '' } } }, [{ place: 'items', code: 'too-many', with: '1' }]],
    ['letters of two units', { reason: '🧑🧑🧑' }, [{ place: 'reason', code: 'too-long', with: '5' }]],
  ])('is told: %s', (_what, asked, problems) => {
    expect(excessOf(asked)).toEqual(problems);
  });

  test('is not told where something else is wrong as well', () => {
    expect(excessOf({ reason: '123456', draft: { name: 1, goals: [] } })).toBeUndefined();
  });
});
