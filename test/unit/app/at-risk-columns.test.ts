import { everyColumn, keptColumnsOf, optionalColumns, shownOf, toggled } from '../../../static/app/src/at-risk/columns';

describe('the columns that a person keeps', () => {
  test.each([
    ['nothing', undefined, []],
    ['null', null, []],
    ['a text', 'priority', []],
    ['no list', { hidden: 'priority' }, []],
    ['columns that no row can do without', { hidden: ['key', 'summary', 'left'] }, []],
    ['what is no column', { hidden: ['constructor', 7, null] }, []],
    ['a column and what is none', { hidden: ['due', 'gone'] }, ['due']],
    ['a column twice', { hidden: ['due', 'due'] }, ['due']],
  ])('are read from %s', (_, value, hidden) => {
    expect(keptColumnsOf(value)).toEqual({ hidden });
  });

  test.each(optionalColumns)('hide %s and show it again in its place', (column) => {
    const without = toggled(everyColumn, column);
    expect(shownOf(without)).toEqual(shownOf(everyColumn).filter((one) => one !== column));
    expect(toggled(without, column)).toEqual(everyColumn);
  });
});
