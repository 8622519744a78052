import { instant } from '@fettle/kernel/time';
import { unanswered, withAnswers, withAnswersOf, withRefusals } from '@fettle/sla/domain/answers';
import type { Facts } from '@fettle/sla/domain/facts';
import { valuesAt } from '@fettle/sla/domain/values';

const field = 'jql:1';
const at = (hour: number) => instant(`2026-11-20T${String(hour).padStart(2, '0')}:00Z`);
const bare: Facts = {
  created: { at: at(8), by: 'rosa', values: { status: 'Open' } },
  changes: [{ at: at(10), by: 'ada', items: [{ field: 'status', from: 'Open', to: 'Active' }] }],
  comments: [],
};

describe('what Jira answers', () => {
  test('counts at first for all that was before, which nobody asked', () => {
    expect(unanswered(bare, [field])).toEqual([field]);
    const told = withAnswers(bare, { [field]: true }, at(10));
    expect(valuesAt(told, at(8))[field]).toBe('yes');
    expect(told.changes).toEqual(bare.changes);
    expect(unanswered(told, [field])).toEqual([]);
  });

  test('is known as no where it was no', () => {
    expect(unanswered(withAnswers(bare, { [field]: false }, at(10)), [field])).toEqual([]);
  });

  test('changes with the news that asked for it, as a part of its change', () => {
    const first = withAnswers(bare, { [field]: false }, at(9));
    const told = withAnswers(first, { [field]: true }, at(10));
    expect(told.changes).toHaveLength(1);
    expect(valuesAt(told, at(9))[field]).toBeNull();
    expect(valuesAt(told, at(10))).toMatchObject({ [field]: 'yes', status: 'Active' });
  });

  test('leaves the facts as they are where it is the same again', () => {
    const first = withAnswers(bare, { [field]: true }, at(9));
    expect(withAnswers(first, { [field]: true }, at(10))).toBe(first);
  });

  test('comes after the one before it, though the news be older', () => {
    const first = withAnswers(withAnswers(bare, { [field]: false }, at(9)), { [field]: true }, at(12));
    const told = withAnswers(first, { [field]: false }, at(11));
    expect(valuesAt(told, at(13))[field]).toBeNull();
  });

  test('is not waited for where Jira refuses, for a day', () => {
    const refused = withRefusals(bare, { refused: [field], answered: [] }, at(9));
    expect(unanswered(refused, [field], at(20))).toEqual([]);
    expect(unanswered(refused, [field], instant('2026-11-21T09:00Z'))).toEqual([field]);
    expect(unanswered(withAnswersOf(bare, refused), [field], at(20))).toEqual([]);
    expect(withRefusals(refused, { refused: [], answered: [field] }, at(20))).toEqual(bare);
  });

  test('is kept when the history is read anew, which does not tell it', () => {
    const known = withAnswers(withAnswers(bare, { [field]: false }, at(9)), { [field]: true }, at(10));
    const again = withAnswersOf(bare, known);
    expect(valuesAt(again, at(9))[field]).toBeNull();
    expect(valuesAt(again, at(10))[field]).toBe('yes');
  });
});
