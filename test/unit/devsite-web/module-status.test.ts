import { statusIn } from '../../../devsite/web/pages/panel/status-in';

test.each([
  { type: 'lozenge', value: { label: 'Late', type: 'removed' } },
  { type: 'lozenge', value: { label: 'Plain' } },
  { type: 'badge', value: { label: '3' } },
  { type: 'icon', value: { label: 'Fine', url: 'https://example.com/fine.svg' } },
])('%j is a status', (status) => {
  expect(statusIn(status)).toEqual(status);
});

test.each([
  undefined,
  null,
  { type: 'lozenge' },
  { type: 'lozenge', value: { label: 'Late', type: 'purple' } },
  { type: 'badge', value: { label: 'three' } },
  { type: 'icon', value: { label: 'Fine' } },
  { type: 'banner', value: { label: 'Fine' } },
])('%j is none', (told) => {
  expect(statusIn(told)).toBeUndefined();
});
