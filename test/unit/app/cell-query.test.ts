import { cellQuery, ungradedQuery } from '../../../static/app/src/administration/priorities/cell-query';

const option = (id: string) => ({ id, name: id });
const settings = {
  incidentTypes: ['10', '11'],
  impact: { field: 'customfield_1', name: 'Impact', levels: [[option('100'), option('101')], [option('102')], []] },
  urgency: { field: 'customfield_2', name: 'Urgency', levels: [[option('200')], [option('201')], [option('202')]] },
};
const open = 'issuetype in (10, 11) AND statusCategory != Done';

test('a cell asks for all options of its levels', () => {
  expect(cellQuery(settings, [1, 2])).toBe(`${open} AND cf[1] in (100, 101) AND cf[2] in (201)`);
});

test('a cell of a level without options asks for nothing', () => {
  expect(cellQuery(settings, [3, 1])).toBeUndefined();
});

test('what is not graded lacks one of the two', () => {
  expect(ungradedQuery(settings)).toBe(`${open} AND ((cf[1] is EMPTY) OR (cf[2] is EMPTY))`);
});
