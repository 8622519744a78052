import { failure } from '../../../devsite/runners/outcomes';

const cyclic: Record<string, unknown> = {};
cyclic.itself = cyclic;

test.each<readonly [string, unknown, string]>([
  ['an error', new TypeError('No.'), 'No.'],
  ['a text', 'No.', 'No.'],
  ['nothing', undefined, 'undefined'],
  ['an object without a message', { code: 7 }, '{"code":7}'],
  [
    'an object that throws as its message is read',
    {
      get message() {
        throw new Error('Not mine.');
      },
    },
    'What was thrown cannot be told.',
  ],
  ['an object that cannot be written down', cyclic, 'What was thrown cannot be told.'],
  ['a message that cannot become a text', { message: Object.create(null) }, 'What was thrown cannot be told.'],
])('%s that is thrown is told', (_, thrown, message) => {
  expect(failure(thrown)).toMatchObject({ ok: false, error: { message } });
});
