import { refusalTexts } from '../../../static/app/src/rpc/refusal-texts';

test.each(Object.entries(refusalTexts))(
  'the refusal %s says what is the matter and what to do',
  (_code, { title, text }) => {
    expect(title).toMatch(/^[A-Z].*[a-z]$/);
    expect(text).toMatch(/\.$/);
  },
);
