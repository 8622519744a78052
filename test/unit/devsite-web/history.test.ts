import { openHistory } from '../../../devsite/web/bridge/history';

test('a page begins at its root', () => {
  expect(openHistory().location).toMatchObject({ pathname: '/', search: '', hash: '' });
});

test('a listener hears the place and how it was reached, until it stops', () => {
  const history = openHistory();
  const heard: string[] = [];
  const stop = history.listen(({ pathname, search }, action) => heard.push(`${action} ${pathname}${search}`));
  history.push('/clocks?open=1');
  history.replace('/clocks');
  history.goBack();
  stop();
  history.push('/elsewhere');
  expect(heard).toEqual(['PUSH /clocks?open=1', 'REPLACE /clocks', 'POP /']);
});

test('the location is there at once', () => {
  const history = openHistory();
  history.push({ pathname: '/clocks', hash: '#first' }, { from: 'list' });
  expect(history.location).toMatchObject({ pathname: '/clocks', hash: '#first', state: { from: 'list' } });
});

test('going beyond the ends goes nowhere', () => {
  const history = openHistory();
  history.push('/clocks');
  history.go(5);
  expect(history.location.pathname).toBe('/clocks');
});

test('a push from within forgets what lay ahead', () => {
  const history = openHistory();
  history.push('/first');
  history.goBack();
  history.push('/second');
  history.goForward();
  expect([history.location.pathname, history.length]).toEqual(['/second', 2]);
});
