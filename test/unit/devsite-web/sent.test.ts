import { Hono } from 'hono';
import { productCallOf } from '../../../devsite/web/product-call';
import { sentWith, textOf } from '../../../devsite/web/sent';

const routes = new Hono();
routes.post('/text', async (asked) => asked.text(textOf(await sentWith(asked), 'toString')));
routes.post('/product', async (asked) => asked.json(productCallOf(await sentWith(asked))));

async function answer(path: string, body: string) {
  const response = await routes.request(path, { method: 'POST', body });
  return { status: response.status, words: await response.text() };
}

test.each(['', '{"half":', '[]', 'null', '"text"', '{}', '{"toString":7}', '{"toString":""}'])(
  'what is not an object with the text is refused: %s',
  async (body) => {
    expect(await answer('/text', body)).toEqual({ status: 400, words: expect.stringMatching(/^.+\.$/) });
  },
);

test('a text of its own is taken, whatever it is called', async () => {
  expect(await answer('/text', '{"toString":"so"}')).toEqual({ status: 200, words: 'so' });
});

test.each([{ restPath: 7 }, { fetchRequestInit: 'GET' }, { fetchRequestInit: { headers: ['x'] } }])(
  'a call of a product that is none is refused: %j',
  async (flaw) => {
    const call = { product: 'jira', restPath: '/rest/api/3/myself', ...flaw };
    expect((await answer('/product', JSON.stringify(call))).status).toBe(400);
  },
);

test('a call of a product is taken as it is sent', async () => {
  const call = { product: 'jira', restPath: '/rest/api/3/myself', fetchRequestInit: {}, isMultipartFormData: false };
  expect(JSON.parse((await answer('/product', JSON.stringify(call))).words)).toEqual(call);
});
